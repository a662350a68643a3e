namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Searches that ask for too much, for nothing that makes sense, or for something else by stealth.</summary>
internal static class Searches
{
    public static IEnumerable<FhirCase> All() => Limits().Concat(Values()).Concat(Injections()).Concat(Names()).Concat(Filters()).Concat(Forms());

    private static IEnumerable<FhirCase> Limits()
    {
        yield return Query("600 values", $"_id={Repeat.List(600, i => $"a{i}")}", 400, 413);
        yield return Query("100 parameters", string.Join('&', Enumerable.Range(0, 100).Select(i => $"name=a{i}")), 400, 413);
        yield return Query("A chain of 12 links", "subject:Patient.organization" + ".partof".Times(11) + ".name=x", 400, 413) with { Path = "/Observation?subject:Patient.organization" + ".partof".Times(11) + ".name=x" };
        yield return Query("_has within _has, 12 deep", "_has:Observation:patient:".Times(12) + "code=x", 400, 413);
        yield return Query("_has that ends", "_has:Observation:patient=x", 400);
        yield return Query("_has of nothing", "_has:::=x", 400);
        yield return Query("_has by what is no reference", "_has:Observation:code:status=final", 400);
        yield return Query("100 includes", string.Join('&', Enumerable.Repeat("_include=Patient:organization", 100)), 400, 413);
        yield return Query("_include of a fruit", "_include=banana", 400);
        yield return Query("_include:iterate of all", "_include:iterate=*", 200, 400);
        yield return Query("_revinclude:iterate of all", "_revinclude:iterate=*", 200, 400);
        yield return Query("_count=-1", "_count=-1", 400);
        yield return Query("_count of eleven digits", "_count=99999999999", 200, 400);
        yield return Query("_count of a fruit", "_count=banana", 400);
        yield return Query("_count=1e2", "_count=1e2", 400);
        yield return Query("_page forged", "_page=forged", 400);
        yield return Query("_page of 7,000 letters", "_page=" + "A".Times(7_000), 400);
        yield return Query("_page that is no Base64", "_page=%00%ff***", 400);
        yield return Query("1,000 ampersands", "&".Times(1_000) + "=&=&=", 200, 400);
        yield return Query("An empty name", "=x", 200, 400);
        yield return Query("A name of 5,000 letters", "x".Times(5_000) + "=1", 200, 400);
    }

    private static IEnumerable<FhirCase> Values()
    {
        foreach (var query in new[] { "birthdate=2026-13-01", "birthdate=2026-02-30", "birthdate=ge", "birthdate=yesterday", "birthdate=2026-01-01T25:00:00Z", "birthdate=zz2026", "birthdate=9999999-01-01", "_lastUpdated=ge2026-01-01T00:00:00%2B99:00", "_lastUpdated=1e9" })
        {
            yield return Query($"A date: {query}", query, 400);
        }

        foreach (var value in new[] { "abc", "ge", "1e", "--5", "0x10", "5,4|x|y|z|w", "NaN", "Infinity", "1|2|3|4|5|6" })
        {
            yield return Observation($"A quantity: {value}", "value-quantity=" + value, 400);
        }

        yield return Observation("A quantity of 1e400", "value-quantity=1e400", 200, 400) with { IsEmpty = true };
        yield return Observation("A quantity of 5,000 digits", "value-quantity=" + "9".Times(5_000), 200, 400) with { IsEmpty = true };
        yield return Observation("A quantity of 1e-999999999", "value-quantity=1e-999999999", 200, 400);
        yield return Observation("A quantity in a unit nobody knows", "value-quantity=5|http://unitsofmeasure.org|[banana]//", 200, 400) with { IsEmpty = true };
        yield return Observation("A composite with one part", "code-value-quantity=x", 400);
        yield return Observation("A composite with nine parts", "code-value-quantity=a$b$c$d$e$f$g$h$i", 400);
        yield return Observation("A reference to a fruit", "subject=Banana/1", 200, 400) with { IsEmpty = true };
        yield return Observation("A reference with a fruit as type", "subject:Banana=1", 400);
        yield return Observation("A chain through a fruit", "subject:Banana.name=x", 400);
        yield return Observation("A chain through what is no reference", "status.name=x", 400);
        yield return Observation("A value set nobody has", "code:in=http://127.0.0.1:9/ValueSet/x", 200, 400, 404, 422) with { IsEmpty = true };
        yield return Query("A code with three bars", "identifier=a|b|c|d", 200, 400) with { IsEmpty = true };
        yield return Query("A boolean of a fruit", "active=banana", 200, 400) with { IsEmpty = true };
        yield return Query("A latitude beyond the pole", "near=91|0|5|km", 400) with { Path = "/Location?near=91|0|5|km" };
        yield return Query("A distance of a fruit", "near=1|1|banana|km", 400) with { Path = "/Location?near=1|1|banana|km" };
        yield return Query("An id that none can be", "_id=../../x", 200, 400) with { IsEmpty = true };
    }

    private static IEnumerable<FhirCase> Injections()
    {
        foreach (var text in new[] { "'; drop table resource; --", "' OR '1'='1", "\" OR 1=1 --", "%", "_", "*", "q%", "_nn", "[A]nn", "') UNION SELECT name FROM sqlite_master --", "\\x00", "$$", "{{7*7}}", "<script>alert(1)</script>", "NEAR(a b)", "name:Ann", "\" AND \"" })
        {
            var value = Uri.EscapeDataString(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal));
            yield return Query($"name is {text}", $"name={value}", 200) with { IsEmpty = true };
            yield return Query($"identifier is {text}", $"identifier={value}", 200) with { IsEmpty = true };
        }

        yield return Query("A wildcard with :contains", "name:contains=%25", 200) with { IsEmpty = true };
        yield return Query("A wildcard with :exact", "name:exact=_nn", 200) with { IsEmpty = true };
        yield return Query("Wildcards in _text", "_text=%22%20OR%20*", 200, 400);
        yield return Query("An unclosed quotation in _content", "_content=%22a", 200, 400);
        yield return Query("Injection in _id", "_id='%20OR%201=1", 200, 400) with { IsEmpty = true };
        yield return Query("Injection in _sort", "_sort=name;drop%20table%20x", 400, 200);
        yield return Query("Injection in a name", "name';--=x", 200, 400);
        yield return Query("Injection in _tag", "_tag=a'|b'--", 200) with { IsEmpty = true };
        yield return Query("U+0000 in a value", "name=a%00b", 400);
        yield return Query("U+0000 in a name", "na%00me=a", 200, 400);
        yield return Query("Broken escapes", "name=%zz%", 200, 400) with { IsEmpty = true };
        yield return Query("Overlong UTF-8", "name=%c0%80", 200, 400);
        yield return Query("Half a surrogate pair", "name=%ed%a0%80", 200, 400) with { IsEmpty = true };
        yield return Query("An escape FHIR does not know", "name=a\\b", 400);
        yield return Query("A backslash at the end", "name=a\\", 400);
    }

    private static IEnumerable<FhirCase> Names()
    {
        yield return Query("A modifier of a fruit", "name:banana=x", 400) with { Tells = "banana" };
        yield return Query("A modifier that does not fit", "birthdate:exact=2026", 400);
        yield return Query("Two modifiers", "name:exact:contains=x", 400);
        yield return Query("A parameter nobody knows, strictly", "banana=1", 400) with { Headers = [("Prefer", "handling=strict")], Tells = "banana" };
        yield return Query("A parameter nobody knows, leniently", "banana=1&_id=nobody", 200);
        yield return Query("_sort by a fruit", "_sort=banana", 400, 200);
        yield return Query("_sort by nothing", "_sort=-,,-", 400, 200);
        yield return Query("_sort by 100 parameters", "_sort=" + Repeat.List(100, _ => "name"), 400, 200);
        yield return Query("_total of a fruit", "_total=banana", 400);
        yield return Query("_summary of a number", "_summary=1", 400);
        yield return Query("_elements of 2,000 names", "_elements=" + Repeat.List(2_000, i => "x"), 200, 400);
        yield return Query("_contained of a fruit", "_contained=banana", 200, 400);
        yield return Query("_list of nothing", "_list=nobody", 200, 400, 404) with { IsEmpty = true };
        yield return Query("_missing of a fruit", "name:missing=banana", 400);
        yield return FhirCase.Get("_type of a fruit", "?_type=Banana", 400);
        yield return FhirCase.Get("A parameter of one type for all", "?_type=Patient,Observation&birthdate=2026", 400, 200);
        yield return FhirCase.Get("A compartment of a fruit", "/Banana/1/Observation", 404, 400);
        yield return FhirCase.Get("A compartment that is none", "/Observation/hostile/Patient", 404, 400);
        yield return FhirCase.Get("A type that is in no compartment", "/Patient/hostile/Medication", 404, 400, 200);
    }

    private static IEnumerable<FhirCase> Filters()
    {
        yield return Filter("2,000 parentheses", Repeat.Nest("(", ")", 1_000, "name eq \"x\""), 400, 413, 414);
        yield return Filter("30 parentheses", Repeat.Nest("(", ")", 30, "name eq \"x\""), 400, 413);
        yield return Filter("not within not", Repeat.Nest("not(", ")", 100, "name eq \"x\""), 400, 413);
        yield return Filter("A text without end", "name eq \"x", 400);
        yield return Filter("No value", "name eq", 400);
        yield return Filter("No operator", "name", 400);
        yield return Filter("An operator nobody knows", "name banana \"x\"", 400);
        yield return Filter("A parameter nobody knows", "banana eq \"x\"", 400);
        yield return Filter("300 alternatives", string.Join(" or ", Enumerable.Repeat("name eq x", 300)), 400, 413, 414, 200);
        yield return Filter("Injection", "name eq \"' OR 1=1 --\"", 200);
        yield return Filter("Brackets without end", "name[".Times(200), 400);
        yield return Filter("Only spaces", "   ", 400, 200);
        yield return Filter("A closing parenthesis", ")", 400);
    }

    private static IEnumerable<FhirCase> Forms()
    {
        yield return Form("A form of 300 kB", "name=" + "x".Times(300_000), 413);
        yield return Form("A value of 200 kB in a form", "name=" + "q".Times(200_000), 200, 400, 413) with { IsEmpty = true };
        yield return Form("10,000 parameters in a form", "a=1&".Times(10_000), 200, 400, 413);
        yield return Form("40,000 values in a form", "_id=" + Repeat.List(40_000, i => $"{i}"), 400, 413);
        yield return Form("Bytes that are no UTF-8", "name=\ud800", 200, 400);
        yield return Form("JSON as form", "{\"name\":\"x\"}", 400, 200);
        yield return Form("A search by POST as text", "name=x", 415) with { ContentType = "text/plain" };
        yield return Form("A search by POST as JSON", "{}", 415) with { ContentType = "application/json" };
        yield return Form("A form that is not one, for another type", "name=x", 404) with { Path = "/Banana/_search" };
    }

    private static FhirCase Query(string name, string query, params int[] statuses) => FhirCase.Get("Search: " + name, "/Patient?" + query, statuses);

    private static FhirCase Observation(string name, string query, params int[] statuses) => FhirCase.Get("Search: " + name, "/Observation?" + query, statuses);

    private static FhirCase Filter(string name, string filter, params int[] statuses) => FhirCase.Get("_filter: " + name, "/Patient?_filter=" + Uri.EscapeDataString(filter), statuses);

    private static FhirCase Form(string name, string form, params int[] statuses)
        => new("Form: " + name, statuses) { Path = "/Patient/_search", ContentType = "application/x-www-form-urlencoded", Text = form };
}
