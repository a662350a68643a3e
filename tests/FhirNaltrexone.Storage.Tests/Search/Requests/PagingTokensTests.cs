using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Requests;
using FsCheck.Xunit;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

public sealed class PagingTokensTests : IDisposable
{
    private static readonly SearchCursor Place = new(["müller", null, -5L], 42);

    private readonly Shelf _shelf = new();
    private readonly PagingTokens _tokens;

    public PagingTokensTests() => _tokens = new PagingTokens(new byte[32], _shelf.Reader, _shelf.Options);

    [Fact]
    public void A_token_restores_the_search_and_its_place()
    {
        var request = _shelf.Read("Observation", "code=http://loinc.org|1742-6&date=ap2025&_sort=-date&_count=7&_format=json&_include=Observation:subject", compartment: "Patient/p1").Value!;

        var read = _tokens.Read(_tokens.Write(request, Place)!).Value!;

        Assert.Equal(request.Type, read.Type);
        Assert.Equal(request.Compartment, read.Compartment);
        Assert.Equal(request.Now, read.Now);
        Assert.Equal(request.QueryText, read.QueryText);
        Assert.Equal(Described.Of(request.Query.Filter), Described.Of(read.Query.Filter));
        Assert.Equal(7, read.Query.Count);
        Assert.Equal(Place.Values, read.Query.After!.Values);
        Assert.Equal(Place.Number, read.Query.After.Number);
        Assert.Single(read.Includes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_refused(string token) => Assert.Equal(400, _tokens.Read(token).Refusal!.Status);

    [Fact]
    public void Every_altered_character_is_noticed()
    {
        var token = _tokens.Write(_shelf.Read("Patient", "name=a").Value!, Place)!;

        // The last character may hold bits that decode to nothing.
        for (var index = 0; index < token.Length - 1; index++)
        {
            var altered = token[..index] + (token[index] == 'A' ? 'B' : 'A') + token[(index + 1)..];
            Assert.NotNull(_tokens.Read(altered).Refusal);
        }
    }

    [Fact]
    public void A_token_made_with_another_key_is_refused()
    {
        var other = new PagingTokens(Enumerable.Repeat((byte)7, 32).ToArray(), _shelf.Reader, _shelf.Options);

        Assert.NotNull(_tokens.Read(other.Write(_shelf.Read("Patient", "").Value!, Place)!).Refusal);
    }

    [Fact]
    public void A_token_longer_than_the_limit_is_not_made()
    {
        var values = string.Join(',', Enumerable.Range(0, 500).Select(number => (number * 7919L * 104729L % 999983L).ToString("x", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Null(new PagingTokens(new byte[32], _shelf.Reader, new SearchOptions { MaxPagingTokenLength = 500 }).Write(_shelf.Read("Patient", $"identifier={values}").Value!, Place));
        Assert.NotNull(_tokens.Write(_shelf.Read("Patient", $"identifier={values}").Value!, Place));
    }

    [Property]
    public bool Random_text_is_refused(string text) => _tokens.Read(text ?? "").Refusal is not null;

    public void Dispose() => _shelf.Dispose();
}
