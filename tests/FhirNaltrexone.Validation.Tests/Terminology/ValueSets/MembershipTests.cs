using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology.ValueSets;

public sealed class MembershipTests
{
    private const string Animals = "urn:animals";
    private const string Loinc = "http://loinc.org";

    [Theory]
    [InlineData("urn:birds", Animals, "owl", CodeVerdict.Yes)]
    [InlineData("urn:birds", null, "owl", CodeVerdict.Yes)]
    [InlineData("urn:birds", "", "owl", CodeVerdict.No)]
    [InlineData("urn:birds", "urn:other", "owl", CodeVerdict.No)]
    [InlineData("urn:birds", Animals, "fish", CodeVerdict.No)]
    [InlineData("urn:birds", Animals, "unicorn", CodeVerdict.No)]
    [InlineData("urn:birds", Animals, "OWL", CodeVerdict.No)]
    [InlineData("urn:all", Animals, "animal", CodeVerdict.No)]
    [InlineData("urn:all", Animals, "dodo", CodeVerdict.Yes)]
    [InlineData("urn:active", Animals, "dodo", CodeVerdict.No)]
    [InlineData("urn:without", Animals, "owl", CodeVerdict.No)]
    [InlineData("urn:without", Animals, "Stone", CodeVerdict.No)]
    [InlineData("urn:without", Animals, "fish", CodeVerdict.Yes)]
    [InlineData("urn:perhaps-without", Animals, "owl", CodeVerdict.Yes)]
    [InlineData("urn:perhaps-without", null, "owl", CodeVerdict.Unknown)]
    [InlineData("urn:two", Loinc, "1742-6", CodeVerdict.Yes)]
    [InlineData("urn:two", Loinc, "9999-9", CodeVerdict.No)]
    [InlineData("urn:loinc", Loinc, "1742-6", CodeVerdict.Yes)]
    [InlineData("urn:loinc", Loinc, "9999-9", CodeVerdict.Unknown)]
    [InlineData("urn:loinc", Animals, "owl", CodeVerdict.No)]
    [InlineData("urn:loinc-or-owl", Animals, "owl", CodeVerdict.Yes)]
    [InlineData("urn:loinc-or-owl", Animals, "fish", CodeVerdict.No)]
    [InlineData("urn:loinc-or-owl", null, "fish", CodeVerdict.Unknown)]
    [InlineData("http://loinc.org/vs", Loinc, "1920-8", CodeVerdict.Yes)]
    [InlineData("urn:snomed", "http://snomed.info/sct", "2", CodeVerdict.Unknown)]
    [InlineData("http://snomed.info/sct?fhir_vs=isa/1", "http://snomed.info/sct", "2", CodeVerdict.Unknown)]
    [InlineData("http://snomed.info/sct?fhir_vs=isa/1", Loinc, "2", CodeVerdict.No)]
    [InlineData("urn:fragment", "urn:some", "a", CodeVerdict.Yes)]
    [InlineData("urn:fragment", "urn:some", "b", CodeVerdict.Unknown)]
    [InlineData("urn:sample", "urn:sample", "b", CodeVerdict.Unknown)]
    [InlineData("urn:lenient-all", "urn:lenient", "yes", CodeVerdict.Yes)]
    [InlineData("urn:alone", "urn:lenient", "YES", CodeVerdict.Yes)]
    [InlineData("urn:alone", "urn:lenient", "no", CodeVerdict.No)]
    [InlineData("urn:nobody", Animals, "unicorn", CodeVerdict.No)]
    [InlineData("urn:versioned", Animals, "owl", CodeVerdict.Yes)]
    [InlineData("urn:other-version", Animals, "owl", CodeVerdict.Unknown)]
    [InlineData("urn:units", "http://unitsofmeasure.org", "mg/dL", CodeVerdict.Yes)]
    [InlineData("urn:units", "http://unitsofmeasure.org", "mgs", CodeVerdict.No)]
    [InlineData("http://unitsofmeasure.org/vs", null, "10*3/uL", CodeVerdict.Yes)]
    [InlineData("urn:masses", "http://unitsofmeasure.org", "[lb_av]", CodeVerdict.Yes)]
    [InlineData("urn:masses", "http://unitsofmeasure.org", "cm", CodeVerdict.No)]
    [InlineData("urn:ring", Animals, "owl", CodeVerdict.Yes)]
    [InlineData("urn:ring", Animals, "fish", CodeVerdict.Unknown)]
    [InlineData("urn:missing", Animals, "owl", CodeVerdict.Unknown)]
    [InlineData("urn:odd-regex", Animals, "owl", CodeVerdict.Unknown)]
    [InlineData("urn:odd-regex", Animals, "unicorn", CodeVerdict.No)]
    [InlineData("urn:listed", "s", "x", CodeVerdict.Yes)]
    [InlineData("urn:listed", "s", "group", CodeVerdict.No)]
    [InlineData("urn:listed", "s", "z", CodeVerdict.No)]
    [InlineData("urn:page", "s", "x", CodeVerdict.Yes)]
    [InlineData("urn:page", "s", "z", CodeVerdict.Unknown)]
    [InlineData("urn:filtered", "s", "x", CodeVerdict.Yes)]
    [InlineData("urn:filtered", "s", "z", CodeVerdict.Unknown)]
    [InlineData("urn:expanded", "http://snomed.info/sct", "2", CodeVerdict.Yes)]
    [InlineData("urn:expanded", "http://snomed.info/sct", "4", CodeVerdict.No)]
    [InlineData("urn:of-expanded", "http://snomed.info/sct", "3", CodeVerdict.Yes)]
    [InlineData("urn:outdated", Animals, "fish", CodeVerdict.No)]
    [InlineData("urn:bare", "s", "x", CodeVerdict.Unknown)]
    [InlineData("urn:nowhere", "s", "x", CodeVerdict.Unknown)]
    public void A_code_is_in_a_value_set_or_not_or_nobody_knows(string valueSet, string? system, string code, CodeVerdict verdict)
    {
        var check = Shelf.Service.Validate(valueSet, system, code);

        Assert.Equal(verdict, check.Verdict);
        Assert.Equal(verdict == CodeVerdict.Yes, check.Message is null);
    }

    [Theory]
    [InlineData("Night owl", false)]
    [InlineData(" night  OWL", false)]
    [InlineData("Eule", false)]
    [InlineData("Day owl", true)]
    public void A_wrong_display_is_a_warning(string display, bool isWrong)
    {
        var check = Shelf.Service.Validate("urn:birds", Animals, "owl", display: display);

        Assert.Equal((CodeVerdict.Yes, isWrong, "Night owl"), (check.Verdict, check.IsDisplayWrong, check.Display));
        Assert.Equal(isWrong, check.Warning is not null);
        Assert.DoesNotContain("Day", check.Warning ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Another_display_is_not_wrong_where_the_code_system_may_have_it()
    {
        var other = Shelf.Service.Validate("urn:two", Loinc, "1742-6", display: "Alanine aminotransferase");
        var same = Shelf.Service.Validate("urn:two", Loinc, "1742-6", display: "alt");

        Assert.Equal((CodeVerdict.Yes, false, "ALT"), (other.Verdict, other.IsDisplayWrong, other.Display));
        Assert.Contains("offline", other.Warning!, StringComparison.Ordinal);
        Assert.Null(same.Warning);
    }

    [Theory]
    [InlineData("Aye")]
    [InlineData("Yea")]
    [InlineData("Yes")]
    public void Displays_of_the_value_set_and_of_the_code_system_are_right(string display)
        => Assert.False(Shelf.Service.Validate("urn:alone", "urn:lenient", "Yes", display: display).IsDisplayWrong);

    [Fact]
    public void The_right_spelling_the_system_and_the_version_are_told()
    {
        var lenient = Shelf.Service.Validate("urn:lenient-all", null, "yes");
        var versioned = Shelf.Service.Validate("urn:birds", Animals, "owl");

        Assert.Equal(("urn:lenient", "Yes", "The code is written 'Yes'."), (lenient.System, lenient.Code, lenient.Warning));
        Assert.Equal(("2", null), (versioned.Version, versioned.Warning));
    }

    [Fact]
    public void A_code_of_another_version_is_a_warning_if_it_is_here_and_undecided_if_it_is_not()
    {
        Assert.NotNull(Shelf.Service.Validate("urn:all", Animals, "owl", version: "1").Warning);
        Assert.Null(Shelf.Service.Validate("urn:all", Animals, "owl", version: "2").Warning);
        Assert.Equal(CodeVerdict.Unknown, Shelf.Service.Validate("urn:all", Animals, "unicorn", version: "1").Verdict);
        Assert.Equal(CodeVerdict.No, Shelf.Service.Validate("urn:all", Animals, "unicorn", version: "2").Verdict);
        Assert.Equal(CodeVerdict.No, Shelf.Service.Validate("urn:birds", Animals, "fish", version: "1").Verdict);
    }

    [Fact]
    public void Groups_and_codes_out_of_use_are_told_apart()
    {
        var group = Shelf.Service.Validate("urn:all", new CodeQuestion(Animals, "animal") { IsAbstractAllowed = true });
        var gone = Shelf.Service.Validate("urn:all", Animals, "dodo");

        Assert.Equal(CodeVerdict.Yes, group.Verdict);
        Assert.Equal("The code is out of use.", gone.Warning);
    }

    [Theory]
    [InlineData(Animals, "owl", CodeVerdict.Yes)]
    [InlineData(Animals, "unicorn", CodeVerdict.No)]
    [InlineData(Loinc, "1742-6", CodeVerdict.Yes)]
    [InlineData(Loinc, "0000-0", CodeVerdict.Unknown)]
    [InlineData("urn:added", "owl", CodeVerdict.No)]
    [InlineData("urn:nowhere", "x", CodeVerdict.Unknown)]
    [InlineData("urn:iso:std:iso:4217", "USD", CodeVerdict.Yes)]
    public void A_code_is_in_its_code_system_or_not_or_nobody_knows(string system, string code, CodeVerdict verdict)
        => Assert.Equal(verdict, Shelf.Service.ValidateInSystem(new(system, code)).Verdict);

    [Fact]
    public void That_loaded_content_lists_a_code_does_not_prove_that_it_exists()
    {
        var service = Shelf.Service.With([Shelf.Json(Shelf.Set("loaded", """{"system":"http://loinc.org","concept":[{"code":"1-1"}]}"""))]);

        Assert.Equal(CodeVerdict.Yes, service.Validate("urn:loaded", Loinc, "1-1").Verdict);
        Assert.Equal(CodeVerdict.Unknown, service.ValidateInSystem(new(Loinc, "1-1")).Verdict);
        Assert.Equal(CodeVerdict.Yes, service.ValidateInSystem(new(Loinc, "1742-6")).Verdict);
    }

    [Fact]
    public void Loaded_content_comes_first()
    {
        var service = Shelf.Service.With([Shelf.Json(Shelf.Set("birds", """{"system":"urn:animals","concept":[{"code":"fish"}]}"""))]);

        Assert.Equal(CodeVerdict.Yes, service.Validate("urn:birds", Animals, "fish").Verdict);
        Assert.Equal(CodeVerdict.Yes, service.Validate("urn:both", Animals, "fish").Verdict);
        Assert.Equal(CodeVerdict.No, Shelf.Service.Validate("urn:birds", Animals, "fish").Verdict);
    }

    [Fact]
    public void One_good_code_of_several_is_enough()
    {
        var (yes, no, unknown) = (new CodeCheck(CodeVerdict.Yes), new CodeCheck(CodeVerdict.No), new CodeCheck(CodeVerdict.Unknown));

        Assert.Equal(yes, TerminologyService.Best([no, unknown, yes]));
        Assert.Equal(unknown, TerminologyService.Best([no, unknown]));
        Assert.Equal(no, TerminologyService.Best([no]));
    }
}
