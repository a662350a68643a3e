using System.Text;
using FhirNaltrexone.Server.Fhir;
using Microsoft.AspNetCore.Http;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Bodies that are larger than they may be.</summary>
public sealed class BodyReaderTests
{
    /// <summary>Whoever keeps what was read in memory has to know how much that can be.</summary>
    [Theory]
    [InlineData(100_000, 413)]
    [InlineData(50_001, 413)]
    [InlineData(50_000, null)]
    public async Task No_more_than_one_byte_beyond_the_limit_is_read(int size, int? status)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.ASCII.GetBytes(new string('x', size)));

        var (bytes, refusal) = await BodyReader.ReadAsync(http.Request, 50_000, TestContext.Current.CancellationToken);

        Assert.Equal(status, refusal?.Status);
        Assert.Equal(status is null ? size : 0, bytes.Length);
        Assert.Equal(Math.Min(size, 50_001), http.Request.Body.Position);
    }
}
