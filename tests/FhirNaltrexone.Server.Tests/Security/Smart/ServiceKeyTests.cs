using System.Text;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

public sealed class ServiceKeyTests
{
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(0, 255, false)]
    [InlineData(255, 255, true)]
    public async Task Replicas_with_the_same_secret_believe_each_other_and_no_others(byte one, byte other, bool isSame)
    {
        var cancel = TestContext.Current.CancellationToken;
        var id = string.Empty;
        var (text, signature) = await new ServiceKey(new Secret(one)).SignAsync(kid => (id = kid) + ".claims", cancel);

        var (_, key) = await (await new ServiceKey(new Secret(other)).PublicAsync(cancel)).FindAsync(id, cancel);

        Assert.Equal(isSame, key is not null);
        if (key is not null) Assert.True(key.Verify(SignatureAlgorithm.Find("ES256")!, Encoding.ASCII.GetBytes(text), text.Length, signature));
    }

    private sealed class Secret(byte value) : IServiceSecrets
    {
        public Task<ReadOnlyMemory<byte>> GetAsync(string name, CancellationToken cancellationToken)
            => Task.FromResult<ReadOnlyMemory<byte>>(Enumerable.Repeat(value, 32).ToArray());
    }
}
