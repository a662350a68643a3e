using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>Validates everything that paths mean, one resource after the other. A file that cannot be read keeps no other from being read.</summary>
/// <param name="validation">Validates.</param>
/// <param name="profiles">Profiles everything must conform to, besides those it names itself.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class ValidateRun(ResourceValidation validation, IReadOnlyList<string> profiles, ValidateProgress progress)
{
    /// <summary>Stands for what comes by standard input.</summary>
    public const string StandardInput = "-";

    private static readonly InputLimits Limits = new() { TakesExamples = true, SplitsCollections = false };

    /// <summary>Validates.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    public IEnumerable<CheckedItem> Check(IReadOnlyList<string> paths)
    {
        foreach (var item in paths.Contains(StandardInput) ? CheckStandardInput() : []) yield return item;
        var files = new List<InputFile>();
        foreach (var path in paths.Where(path => path != StandardInput))
        {
            if (Find(path, files) is { } failure) yield return failure;
        }

        foreach (var (file, index) in files.Select((file, index) => (file, index)))
        {
            progress.Show(index, files.Count);
            foreach (var item in Check(file)) yield return item;
        }

        progress.End();
    }

    private IEnumerable<CheckedItem> CheckStandardInput()
    {
        using var input = Console.OpenStandardInput();
        return [.. StandardItems.Read(input, Limits).Select(item => Check(item, "standard input", isLine: item.Ordinal > 0))];
    }

    private static CheckedItem? Find(string path, List<InputFile> files)
    {
        try
        {
            files.AddRange(InputSearch.Find([path]));
            return null;
        }
        catch (ServerException failure)
        {
            return Unread(path, failure.Message);
        }
    }

    // An iterator cannot catch what another one throws, and there may be items before it.
    private IEnumerable<CheckedItem> Check(InputFile file)
    {
        using var items = InputReader.Read(file, Limits).GetEnumerator();
        while (true)
        {
            CheckedItem item;
            try
            {
                if (!items.MoveNext()) yield break;
                item = Check(items.Current, file.Name, file.Kind == InputKind.Lines);
            }
            catch (Exception failure) when (InputDefects.Explain(file, failure) is ServerException)
            {
                item = Unread(file.Name, InputDefects.Explain(file, failure).Message);
            }

            yield return item;
            if (!item.Result.IsDone && item.Place == file.Name && file.Kind != InputKind.Lines) yield break;
        }
    }

    private CheckedItem Check(InputItem item, string file, bool isLine)
    {
        var result = item.Defect is { } defect ? new ValidationResult(false, [defect]) : validation.Validate(item.Content, item.IsXml, profiles);
        return isLine ? new(file, file, item.Ordinal, result) : new(file, item.Place, 1, result);
    }

    private static CheckedItem Unread(string path, string why) => new(path, path, 1, new(false, [new Issue(IssueCodes.NotFound, why)]));
}
