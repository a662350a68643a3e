using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Conditions that no query string reaches, or only in odd ways.</summary>
public abstract partial class ResourceStoreCompliance
{
    private static readonly int Words = ParameterKey.Of("Test", "_text");

    [Fact]
    public async Task All_of_nothing_holds_and_any_of_nothing_does_not()
    {
        var (mark, id) = await OneAsync(IndexEntries.Empty);

        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new AllOf([])])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new AnyOf([])])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new Not(new AnyOf([]))])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new Not(new AllOf([]))])));
    }

    [Fact]
    public async Task Without_values_nothing_is_found()
    {
        var (mark, _) = await OneAsync(IndexEntries.Empty);

        Assert.All<SearchExpression>(
            [
                new IdIs([]), new TypeIs([]), new HasEntry([Mark], new TokenTest([])), new HasEntry([Mark], new StringTest(StringMatch.Exact, [])),
                new HasEntry([Mark], new ReferenceTest([])), new HasEntry([Mark], new UriTest(UriMatch.Exact, [])),
                new HasEntry([Mark], new QuantityTest(ValueComparison.Equal, [])), new HasEntry([Words], new WordsTest([])),
            ],
            condition => Assert.Empty(Store.SearchAsync(new AllOf([IsMarked(mark), condition])).Result));
    }

    [Fact]
    public async Task Only_current_resources_are_found_by_their_newest_entries()
    {
        var (before, after) = (NewMark(), NewMark());
        var deleted = await Store.DeleteAsync(await Store.CreateAsync(NewKey(), Marked(before)));
        await Store.UpdateAsync(await Store.CreateAsync(NewKey(), Marked(before)), Marked(after));
        var revived = await Store.UpdateAsync(await Store.DeleteAsync(await Store.CreateAsync(NewKey(), Marked(before))), Marked(after));

        Assert.Empty(await Store.SearchAsync(IsMarked(before)));
        Assert.Equal(2, (await Store.SearchAsync(IsMarked(after))).Length);
        Assert.Equal(3, (await Store.SearchAsync(new() { Filter = IsMarked(after), Count = 10 }, default)).Matches.Single(match => match.Key == revived.Key).Version);
        Assert.Empty(await Store.SearchAsync(new IdIs([deleted.Key.Id])));
    }

    [Fact]
    public async Task Types_are_chosen_by_query_and_by_condition()
    {
        var mark = NewMark();
        var patient = await Store.CreateAsync(NewKey(), Marked(mark));
        var group = await Store.CreateAsync(NewKey("Group"), Marked(mark));

        Assert.Equal([group.Key.Id, patient.Key.Id], await FoundAsync(IsMarked(mark)));
        Assert.Equal([patient.Key.Id], await FoundAsync(IsMarked(mark), "Patient"));
        Assert.Equal([group.Key.Id, patient.Key.Id], await FoundAsync(IsMarked(mark), "Patient", "Group"));
        Assert.Equal([group.Key.Id], await FoundAsync(new AllOf([IsMarked(mark), new TypeIs(["Group"])])));
        Assert.Empty(await FoundAsync(new AllOf([IsMarked(mark), new TypeIs(["Group"])]), "Patient"));
    }

    [Fact]
    public async Task A_reference_to_another_resource_of_the_type_is_told_from_one_to_this()
    {
        var (mark, id) = await OneAsync(new() { References = [new(Link, "Patient", "a"), new(Link, "Group", "b"), new(Link, null, "http://other.org/Patient/c")] });

        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new OtherReferenceTest("Patient", "a"))])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new OtherReferenceTest("Patient", "b"))])));
    }

    [Theory]
    [InlineData("Müller")]
    [InlineData("o'b\"r\\ien")]
    [InlineData("100%_*?[a]")]
    [InlineData("李 😀 \u007f")]
    [InlineData("a\tb\nc")]
    [InlineData(" ")]
    public async Task Odd_texts_are_found_as_they_are(string text)
    {
        var folded = TextFolding.Fold(text);
        var (mark, id) = await OneAsync(new() { Strings = [new(Link, folded, text)], Uris = [new(Link, text)], References = [new(Link, null, text)] });

        Assert.All<ValueTest>(
            [
                new StringTest(StringMatch.Exact, [new(folded, text)]), new StringTest(StringMatch.Whole, [new(folded)]),
                new StringTest(StringMatch.StartsWith, [new(folded)]), new StringTest(StringMatch.Contains, [new(folded)]),
                new StringTest(StringMatch.EndsWith, [new(folded)]), new UriTest(UriMatch.Exact, [text]),
                new UriTest(UriMatch.Below, [text]), new UriTest(UriMatch.Above, [text + "x"]), new UriTest(UriMatch.Contains, [text]),
                new ReferenceTest([new(null, text)]),
            ],
            test => Assert.Equal([id], Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], test)])).Result));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3_000)]
    [InlineData(60_000)]
    public async Task Long_texts_are_found(int length)
    {
        var text = "http://example.org/" + new string('a', length);
        var folded = TextFolding.Fold(text);
        var (mark, id) = await OneAsync(new()
        {
            Tokens = [new(Link, text, text)],
            Strings = [new(Link, folded, text)],
            Uris = [new(Link, text)],
            References = [new(Link, null, text)],
            Words = [new(Words, $" {text} ")],
        });

        Assert.All<ValueTest>(
            [
                new TokenTest([new(text, null)]), new TokenTest([new(text, text)]), new TokenTest([new(null, text)]),
                new StringTest(StringMatch.Exact, [new(folded, text)]), new StringTest(StringMatch.StartsWith, [new(folded)]),
                new StringTest(StringMatch.Contains, [new(folded[5..])]),
                new UriTest(UriMatch.Exact, [text]), new UriTest(UriMatch.Below, [text[..^1]]), new UriTest(UriMatch.Above, [text + "/x"]),
                new ReferenceTest([new(null, text)]),
            ],
            test => Assert.Equal([id], Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], test)])).Result));
        Assert.All<ValueTest>(
            [
                new TokenTest([new(text + "a", null)]), new TokenTest([new(text, text + "a")]),
                new StringTest(StringMatch.Exact, [new(folded + "a", text + "a")]), new StringTest(StringMatch.StartsWith, [new(folded + "a")]),
                new UriTest(UriMatch.Exact, [text[..^1] + "b"]), new ReferenceTest([new(null, text[..^1])]),
            ],
            test => Assert.Empty(Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], test)])).Result));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Words], new WordsTest([[text]]))])));
    }

    [Theory]
    [InlineData(StringMatch.StartsWith, "an", "ab")]
    [InlineData(StringMatch.StartsWith, "b", "")]
    [InlineData(StringMatch.Contains, "b", "ab")]
    [InlineData(StringMatch.Contains, "n b", "a")]
    [InlineData(StringMatch.EndsWith, "bo", "a")]
    [InlineData(StringMatch.EndsWith, "ab", "b")]
    [InlineData(StringMatch.Whole, "an bo", "a")]
    [InlineData(StringMatch.Whole, "an", "")]
    [InlineData(StringMatch.Exact, "An Bo", "a")]
    [InlineData(StringMatch.Exact, "an bo", "")]
    public async Task Strings_are_matched(StringMatch match, string value, string expected)
    {
        var mark = NewMark();
        await Store.CommitAsync(
            Version.First(new("Patient", "b" + mark), Marked(mark) with { Strings = [new(Link, "anab", "Anab")] }),
            Version.First(new("Patient", "a" + mark), Marked(mark) with { Strings = [new(Link, "an bo", "An Bo")] }));

        var found = await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new StringTest(match, [new(TextFolding.Fold(value), value)]))]));

        Assert.Equal(expected, string.Concat(found.Select(id => id[0])));
    }

    [Theory]
    [InlineData("Ab", 250)]
    [InlineData("Ab ", 134)]
    [InlineData("a", 400)]
    [InlineData("a", 401)]
    [InlineData("ß", 201)]
    [InlineData("한", 140)]
    [InlineData("ﷺ", 30)]
    [InlineData("😀", 300)]
    [InlineData("-", 500)]
    [InlineData("é", 2_000)]
    public async Task A_text_is_found_as_it_was_written_however_long_it_is_folded(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + "Z";
        var (mark, id) = await OneAsync(new() { Strings = [new(Link, IndexText.Folded(text), IndexText.Exact(text))] });

        Assert.Equal([id], await WrittenAsync(text));
        Assert.Equal([id], await WrittenAsync("other", text));
        Assert.Empty(await WrittenAsync(text[..^1] + "z"));
        Assert.Empty(await WrittenAsync(text[..^1]));
        Assert.Empty(await WrittenAsync(text + "Z"));

        Task<string[]> WrittenAsync(params string[] texts)
            => Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], StringReading.Read(StringMatch.Exact, texts))]));
    }

    [Fact]
    public async Task Open_spans_of_time_are_compared()
    {
        var (mark, id) = await OneAsync(new() { Dates = [new(Link, long.MinValue, long.MaxValue)] });

        Assert.All<(ValueComparison Comparison, bool Holds)>(
            [
                (ValueComparison.Equal, false), (ValueComparison.NotEqual, true), (ValueComparison.Less, true), (ValueComparison.LessOrEqual, true),
                (ValueComparison.Greater, true), (ValueComparison.GreaterOrEqual, true), (ValueComparison.StartsAfter, false),
                (ValueComparison.EndsBefore, false), (ValueComparison.Approximate, true),
            ],
            row => Assert.Equal(
                row.Holds ? [id] : [],
                Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new DateTest(row.Comparison, 0, 1000))])).Result));
    }

    [Theory]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("0")]
    [InlineData("0.3")]
    [InlineData("79228162514264337593543950335")]
    public async Task Numbers_are_compared_exactly(string text)
    {
        var number = SortableDecimal.From(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        var (mark, id) = await OneAsync(new() { Numbers = [new(Link, number, number)] });

        Task<string[]> FindAsync(ValueComparison comparison)
            => Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new NumberTest(comparison, new(number, number, number)))]));

        Assert.Equal([id], await FindAsync(ValueComparison.Equal));
        Assert.Equal([id], await FindAsync(ValueComparison.LessOrEqual));
        Assert.Equal([id], await FindAsync(ValueComparison.GreaterOrEqual));
        Assert.Empty(await FindAsync(ValueComparison.NotEqual));
        Assert.Empty(await FindAsync(ValueComparison.Less));
        Assert.Empty(await FindAsync(ValueComparison.Greater));
    }

    [Fact]
    public async Task Thousands_of_alternatives_are_looked_for()
    {
        var (mark, id) = await OneAsync(new() { Tokens = [new(Link, "c4999", "urn:s")], References = [new(Link, "Patient", "p4999")] });
        var tokens = Enumerable.Range(0, 5000).Select(index => new TokenValue($"c{index}", index % 2 == 0 ? null : "urn:s")).ToArray();
        var references = Enumerable.Range(0, 5000).Select(index => new ReferenceValue("Patient", $"p{index}")).ToArray();
        var ids = Enumerable.Range(0, 5000).Select(index => $"other-{index}").Append(id).ToArray();

        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new TokenTest(tokens))])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new TokenTest(tokens[..4999]))])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new ReferenceTest(references))])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new IdIs(ids)])));
    }

    [Fact]
    public async Task Hundreds_of_conditions_are_met()
    {
        var (mark, id) = await OneAsync(new() { Dates = [new(Link, 500, 501)] });
        var spans = Enumerable.Range(0, 500).Select(index => (SearchExpression)new HasEntry([Link], new DateTest(ValueComparison.Equal, index * 2, (index * 2) + 2))).ToArray();

        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new AnyOf(spans)])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new AnyOf(spans[..200])])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([.. Enumerable.Repeat<SearchExpression>(IsMarked(mark), 30)])));
    }

    [Fact]
    public async Task Negations_nest()
    {
        var (mark, id) = await OneAsync(IndexEntries.Empty);

        SearchExpression condition = IsMarked(mark);
        for (var depth = 0; depth < 20; depth++) condition = new Not(condition);

        Assert.Equal([id], await Store.SearchAsync(condition));
    }

    [Fact]
    public async Task Links_lead_to_current_resources_of_the_types_named()
    {
        var mark = NewMark();
        var target = await Store.CreateAsync(NewKey(), Marked(mark));
        var gone = await Store.DeleteAsync(await Store.CreateAsync(NewKey(), Marked(mark)));
        var source = await Store.CreateAsync(NewKey("Observation"), Linked(To(target.Key, version: 7)));
        await Store.CreateAsync(NewKey("Observation"), Linked(To(gone.Key)));
        await Store.CreateAsync(NewKey("Observation"), Linked(To(new("Group", target.Key.Id))));

        Assert.Equal([source.Key.Id], await Store.SearchAsync(new RefersTo([Link], [], IsMarked(mark))));
        Assert.Equal([source.Key.Id], await Store.SearchAsync(new RefersTo([Link], ["Patient", "Group"], IsMarked(mark))));
        Assert.Empty(await Store.SearchAsync(new RefersTo([Link], ["Group"], IsMarked(mark))));
        Assert.Empty(await Store.SearchAsync(new RefersTo([OtherLink], [], IsMarked(mark))));
        Assert.Equal([target.Key.Id], await Store.SearchAsync(new ReferredBy([Link], new IdIs([source.Key.Id]))));
        Assert.Empty(await Store.SearchAsync(new ReferredBy([OtherLink], new IdIs([source.Key.Id]))));
    }

    [Fact]
    public async Task A_resource_may_refer_to_itself()
    {
        var key = NewKey("Organization");
        var mark = NewMark();
        await Store.CreateAsync(key, Marked(mark) with { References = [To(key)] });

        Assert.Equal([key.Id], await Store.SearchAsync(new RefersTo([Link], [], IsMarked(mark))));
        Assert.Equal([key.Id], await Store.SearchAsync(new ReferredBy([Link], new RefersTo([Link], [], IsMarked(mark)))));
    }

    [Fact]
    public async Task Parts_meet_in_one_item_of_several_parameters()
    {
        var (mark, id) = await OneAsync(new()
        {
            Tokens = [new(Link, "a", "", 1), new(Link, "b", "", 2)],
            Dates = [new(OtherLink, 10, 11, 1), new(OtherLink, 20, 21, 2)],
        });

        HasItem Item(string code, long from) => new(
            [new([Link], new TokenTest([new(code, null)])), new([OtherLink], new DateTest(ValueComparison.Equal, from, from + 1))]);

        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), Item("a", 10)])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), Item("b", 20)])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), Item("a", 20)])));
        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new Not(Item("b", 10))])));
    }

    [Fact]
    public async Task Texts_are_sorted_by_their_bytes()
    {
        var mark = NewMark();
        string[] texts = ["", " ", "10", "9", "a", "ab", "b", "é", "z", "ß", "李", "\uFF5E", "😀"];
        var sorted = texts.OrderBy(text => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)), StringComparer.Ordinal).ToArray();
        await Store.CommitAsync([.. texts.Select((text, index) => Version.First(
            new("Patient", $"{index}-{mark}"), Marked(mark) with { Strings = [new(Link, text, text)], Uris = [new(Link, text)] }))]);

        var byString = await Store.SearchAsync(IsMarked(mark), new SortKey(SortField.Entry, EntryKind.String, [Link], IsDescending: false));
        var byUri = await Store.SearchAsync(IsMarked(mark), new SortKey(SortField.Entry, EntryKind.Uri, [Link], IsDescending: true));

        Assert.Equal(sorted, byString.Select(id => texts[int.Parse(id.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)]));
        Assert.Equal(sorted.Reverse(), byUri.Select(id => texts[int.Parse(id.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)]));
    }

    [Fact]
    public async Task Nearness_is_measured_over_the_pole()
    {
        var (mark, id) = await OneAsync(new() { Positions = [new(Link, 89.9, 0)] });

        Assert.Equal([id], await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new NearTest(89.9, 180, 23))])));
        Assert.Empty(await Store.SearchAsync(new AllOf([IsMarked(mark), new HasEntry([Link], new NearTest(89.9, 180, 22))])));
    }

    [Fact]
    public async Task An_index_is_rebuilt_without_touching_versions()
    {
        var (before, after) = (NewMark(), NewMark());
        var key = (await Store.UpdateAsync(await Store.CreateAsync(NewKey(), Marked(before)), Marked(before))).Key;
        var deleted = await Store.DeleteAsync(await Store.CreateAsync(NewKey(), Marked(before)));
        var position = await SettleAsync();
        var told = new List<long>();

        var count = await Store.RebuildIndexAsync(
            version => version.Key == key ? Marked(after) : version.IsDeleted ? throw new InvalidOperationException("Deletions have no entries.") : Marked("rebuilt"),
            new Told(told),
            default);

        Assert.Equal([key.Id], await Store.SearchAsync(IsMarked(after)));
        Assert.Empty(await Store.SearchAsync(IsMarked(before)));
        Assert.Equal(count, (await Store.SearchAsync(new() { Count = 0, IsTotalWanted = true }, default)).Total);
        Assert.Equal(count, told.Max());
        Assert.Equal(2, (await Store.FindAsync(key))!.Version);
        Assert.True((await Store.FindAsync(deleted.Key))!.IsDeleted);
        Assert.Empty(await SettledChangesAsync(position));
    }

    private async Task<(string Mark, string Id)> OneAsync(IndexEntries index)
    {
        var mark = NewMark();
        var key = NewKey();
        await Store.CreateAsync(key, index with { Tokens = [.. index.Tokens, new(Mark, mark, "")] });
        return (mark, key.Id);
    }

    private async Task<string[]> FoundAsync(SearchExpression filter, params string[] types)
        => [.. (await Store.SearchAsync(new SearchQuery { Types = types, Filter = filter, Count = 10 }, default)).Matches.Select(match => match.Key.Id)];

    private sealed class Told(List<long> counts) : IProgress<long>
    {
        public void Report(long value) => counts.Add(value);
    }
}
