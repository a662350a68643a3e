using System.CommandLine;
using FhirNaltrexone.Server.Validation.CommandLine.Reports;

namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>The verb <c>validate</c>: tells what is wrong with resources in files, and where.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Files (*.json, *.xml, *.ndjson, each also with .gz; *.tgz), folders, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Profiles = new("--profile") { Description = "Canonical URL of a profile that every resource must conform to.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> Packages = new("--package") { Description = "FHIR package (*.tgz, or a folder) with more profiles and terminology.", DefaultValueFactory = _ => [] };
    private static readonly Option<string> Core = new("--core") { Description = "Folder with the official core package, in the place of what travels with this program.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Format = Formats(new("--format") { Description = "How it is told: text, json (OperationOutcomes), sarif or junit.", DefaultValueFactory = _ => "text" });

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("validate", "Validates resources against FHIR R4 and profiles.") { Files, Profiles, Packages, Core, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        var progress = new ValidateProgress(Console.Error, !Console.IsErrorRedirected);
        try
        {
            var definitions = KnownDefinitions.Read(result.GetRequiredValue(Core), result.GetRequiredValue(Packages));
            var validation = OfflineValidation.Of(definitions);
            using var output = Console.OpenStandardOutput();
            using var report = Report(result.GetRequiredValue(Format), output);
            return Tell(new ValidateRun(validation, result.GetRequiredValue(Profiles), progress).Check(result.GetRequiredValue(Files)), report);
        }
        catch (ServerException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return ValidateExit.Refused;
        }
    }

    private static int Tell(IEnumerable<CheckedItem> items, IValidationReport report)
    {
        var exit = ValidateExit.Valid;
        foreach (var item in items)
        {
            report.Add(item);
            exit = Math.Max(exit, !item.Result.IsDone ? ValidateExit.Refused : item.Result.IsValid ? ValidateExit.Valid : ValidateExit.Invalid);
        }

        return exit;
    }

    private static IValidationReport Report(string format, Stream output) => format switch
    {
        "json" => new OutcomeReport(output),
        "sarif" => new SarifReport(output),
        "junit" => new JUnitReport(output),
        _ => new TextReport(output),
    };

    private static Option<string> Formats(Option<string> option)
    {
        option.AcceptOnlyFromAmong("text", "json", "sarif", "junit");
        return option;
    }
}
