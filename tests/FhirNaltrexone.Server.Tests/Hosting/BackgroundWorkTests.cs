using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Tests.Hosting;

/// <summary>What is told when work beside the requests fails.</summary>
public sealed class BackgroundWorkTests
{
    private const string Secret = "Jane Doe";

    [Fact]
    public async Task A_failure_of_the_database_or_of_ours_is_told_by_its_code()
    {
        Assert.Equal("Unavailable", await ToldAsync(() => throw new StorageException(StorageErrorCode.Unavailable, Secret)));
        Assert.Equal("InputUnusable", await ToldAsync(() => throw new ServerException(ServerErrorCode.InputUnusable, Secret)));
    }

    [Fact]
    public async Task Any_other_failure_is_told_with_the_place_and_without_its_message()
    {
        var told = await ToldAsync(Fail);

        Assert.StartsWith("System.InvalidOperationException\n", told, StringComparison.Ordinal);
        Assert.Contains(nameof(Fail), told, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
    }

    private static void Fail() => throw new InvalidOperationException(Secret);

    private static async Task<string> ToldAsync(Action work)
    {
        var told = "";
        await BackgroundWork.TryAsync(
            _ =>
            {
                work();
                return Task.CompletedTask;
            },
            text => told = text,
            TestContext.Current.CancellationToken);
        return told;
    }
}
