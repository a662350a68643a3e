namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>What only the tools that made the guide can tell of it.</summary>
public sealed class AuthoringToolTests
{
    [Theory]
    [InlineData("package.test.mjs")]
    [InlineData("guide.test.mjs")]
    public async Task The_tools_agree_on_the_package_and_the_guide(string file)
    {
        var (code, output) = await AuthoringTools.TestAsync(file);

        Assert.True(code == 0, output);
    }
}
