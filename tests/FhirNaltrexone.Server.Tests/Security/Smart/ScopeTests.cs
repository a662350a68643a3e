using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Model;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>Scopes of SMART App Launch 2.2, "Scopes for requesting FHIR resources".</summary>
public sealed class ScopeTests
{
    private const string Order = "cruds";

    private static readonly ScopeReader Reader = new(new SearchRequestReader(SearchParameterSet.Core, new NoCodes(), new SearchOptions()), TimeProvider.System);
    private static readonly string[] Contexts = ["patient", "user", "system"];
    private static readonly string[] Types = ["*", .. ResourceTypes.All];

    [Theory]
    [InlineData("patient/Observation.rs", GrantContext.Patient, "Observation", GrantedInteractions.Read | GrantedInteractions.Search)]
    [InlineData("user/*.c", GrantContext.User, null, GrantedInteractions.Create)]
    [InlineData("system/Patient.ud", GrantContext.System, "Patient", GrantedInteractions.Update | GrantedInteractions.Delete)]
    [InlineData("patient/*.cruds", GrantContext.Patient, null, (GrantedInteractions)31)]
    [InlineData("patient/Observation.read", GrantContext.Patient, "Observation", GrantedInteractions.Read | GrantedInteractions.Search)]
    [InlineData("user/Observation.write", GrantContext.User, "Observation", GrantedInteractions.Create | GrantedInteractions.Update | GrantedInteractions.Delete)]
    [InlineData("system/*.*", GrantContext.System, null, (GrantedInteractions)31)]
    public void A_scope_grants_what_it_says(string text, GrantContext context, string? type, GrantedInteractions interactions)
        => Assert.Equal(new SmartScope(text, new Grant(context, type, interactions)), Reader.Read(text));

    [Theory]
    [InlineData("patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory")]
    [InlineData("system/MedicationRequest.s?status=active&intent=order")]
    public void A_query_is_kept_as_it_is_written(string text)
        => Assert.Equal(text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..], Reader.Read(text)!.Grant!.Query);

    [Theory]
    [InlineData("openid")]
    [InlineData("fhirUser")]
    [InlineData("launch")]
    [InlineData("launch/patient")]
    [InlineData("launch/encounter")]
    [InlineData("offline_access")]
    public void A_scope_about_launching_grants_no_data(string text) => Assert.Equal(new SmartScope(text, null), Reader.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("patient")]
    [InlineData("patient/")]
    [InlineData("patient/Observation")]
    [InlineData("patient/Observation.")]
    [InlineData("patient/Observation.dus")]
    [InlineData("patient/Observation.sr")]
    [InlineData("patient/Observation.rr")]
    [InlineData("patient/Observation.rsx")]
    [InlineData("patient/Observation.RS")]
    [InlineData("patient/Observation.Read")]
    [InlineData("patient/Observation.reads")]
    [InlineData("patient/Observation.r*")]
    [InlineData("patient/observation.rs")]
    [InlineData("patient/Unknown.rs")]
    [InlineData("patient/**.rs")]
    [InlineData("patient/Obs*.rs")]
    [InlineData("Patient/Observation.rs")]
    [InlineData("clinician/Observation.rs")]
    [InlineData("patient//Observation.rs")]
    [InlineData("patient/Observation..rs")]
    [InlineData("patient/Observation.rs.rs")]
    [InlineData("patient/Observation.rs?")]
    [InlineData("patient/Observation.rs?category")]
    [InlineData("patient/Observation.rs?category=")]
    [InlineData("patient/Observation.rs?unknown=1")]
    [InlineData("patient/Observation.rs?category=a?code=b")]
    [InlineData("patient/Observation.rs?_include=Observation:subject")]
    [InlineData("patient/Observation.rs?_count=1")]
    [InlineData("patient/Observation.read?category=laboratory")]
    [InlineData("patient/Observation.*?category=laboratory")]
    [InlineData("patient/*.rs?_tag=x")]
    [InlineData("patient/Observation.rs\t")]
    [InlineData("Openid")]
    [InlineData("launch/everything")]
    [InlineData("online_access")]
    public void What_is_not_understood_is_refused(string text) => Assert.Null(Reader.Read(text));

    [Fact]
    public void Of_a_list_the_rest_stands_when_one_is_refused()
    {
        var list = Reader.ReadAll("openid  patient/Patient.rs patient/Patient.sr patient/Patient.rs system/Nothing.c");

        Assert.Equal("openid patient/Patient.rs", list.Text);
        Assert.Equal(["patient/Patient.sr", "system/Nothing.c"], list.Refused);
        Assert.Single(list.Grants);
    }

    [Theory]
    [InlineData("system/*.rs", "system/Patient.rs", true)]
    [InlineData("system/*.read", "system/Patient.s", true)]
    [InlineData("system/*.rs system/Patient.cud", "system/Patient.cruds", true)]
    [InlineData("system/*.rs system/Patient.cud", "system/Patient.*", true)]
    [InlineData("system/Patient.rs", "system/Patient.rs?gender=female", true)]
    [InlineData("system/Patient.rs?gender=female", "system/Patient.rs?gender=female", true)]
    [InlineData("openid launch", "openid", true)]
    [InlineData("system/Patient.rs", "system/*.rs", false)]
    [InlineData("system/*.rs", "system/Patient.cr", false)]
    [InlineData("system/*.rs", "system/AuditEvent.rs", false)]
    [InlineData("system/*.rs", "user/Patient.rs", false)]
    [InlineData("patient/*.rs", "system/Patient.rs", false)]
    [InlineData("system/Patient.rs?gender=female", "system/Patient.rs", false)]
    [InlineData("system/Patient.rs?gender=female", "system/Patient.rs?gender=male", false)]
    [InlineData("system/Patient.r?gender=female system/Patient.s?gender=male", "system/Patient.rs?gender=male", false)]
    [InlineData("openid", "launch", false)]
    public void A_scope_is_within_others_when_they_allow_all_of_it(string allowed, string wanted, bool isWithin)
        => Assert.Equal(isWithin ? wanted : string.Empty, Reader.ReadAll(wanted).Within(Reader.ReadAll(allowed)).Text);

    [Property(MaxTest = 1000)]
    public Property Letters_in_order_are_read_and_every_other_spelling_is_refused()
        => Prop.ForAll(
            (from context in Gen.Elements(Contexts)
             from type in Gen.Elements(Types)
             from letters in Gen.NonEmptyListOf(Gen.Elements(Order.ToCharArray()))
             select (context, type, letters: string.Concat(letters.Take(7)))).ToArbitrary(),
            one =>
            {
                var grant = Reader.Read($"{one.context}/{one.type}.{one.letters}")?.Grant;
                var ordered = string.Concat(one.letters.Distinct().OrderBy(letter => Order.IndexOf(letter, StringComparison.Ordinal)));
                return one.letters == ordered ? grant is not null && Letters(grant.Interactions) == ordered && (grant.Type ?? "*") == one.type : grant is null;
            });

    [Property(MaxTest = 2000)]
    public Property A_text_that_is_read_means_nothing_but_itself()
        => Prop.ForAll(
            (from context in Gen.Elements(Contexts)
             from type in Gen.Elements(Types)
             from suffix in Gen.Elements("rs", "cruds", "c", "read", "write", "*", "us")
             from place in Gen.Choose(0, 40)
             from character in Gen.Elements("cruds*.?/ aPO%&=|\0\u0455".ToCharArray())
             from kind in Gen.Choose(0, 2)
             select Mutate($"{context}/{type}.{suffix}", place, character, kind)).ToArbitrary(),
            text => Reader.Read(text) is not { Grant: { } grant } || Spellings(grant).Contains(text));

    private static string Mutate(string text, int place, char character, int kind)
    {
        var at = place % text.Length;
        return kind switch
        {
            0 => text.Insert(at, character.ToString()),
            1 => text.Remove(at, 1),
            _ => text.Remove(at, 1).Insert(at, character.ToString()),
        };
    }

    /// <summary>All ways the specification has to write a grant without a query.</summary>
    private static IEnumerable<string> Spellings(Grant grant)
    {
        var start = $"{Contexts[(int)grant.Context]}/{grant.Type ?? "*"}.";
        var letters = Letters(grant.Interactions);
        yield return start + letters;
        if (letters == "rs") yield return start + "read";
        if (letters == "cud") yield return start + "write";
        if (letters == Order) yield return start + "*";
    }

    private static string Letters(GrantedInteractions interactions)
        => string.Concat(Order.Where((_, place) => interactions.HasFlag((GrantedInteractions)(1 << place))));

    private sealed class NoCodes : ICodeSets
    {
        public CodeSetAnswer Expand(string valueSet) => CodeSetAnswer.Unknown("none");

        public CodeSetAnswer Ancestors(string system, string code) => CodeSetAnswer.Unknown("none");

        public CodeSetAnswer Descendants(string system, string code) => CodeSetAnswer.Unknown("none");
    }
}
