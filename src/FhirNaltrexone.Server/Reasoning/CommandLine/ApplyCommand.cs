using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Writing;

namespace FhirNaltrexone.Server.Reasoning.CommandLine;

/// <summary>The verb <c>apply</c>: applies a plan of the content, or of a file, to a patient in a Bundle.</summary>
internal static class ApplyCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Option<string> Plan = new("--plan") { Description = "Id or canonical URL of a PlanDefinition of the content, or a file with one (*.json).", Required = true };
    private static readonly Option<string> Data = new("--data") { Description = "File with a Bundle: the patient and everything known of him or her.", Required = true };
    private static readonly Option<string> Subject = new("--subject") { Description = "The patient in it: Patient/[id].", Required = true };
    private static readonly Option<DateTimeOffset?> Now = new("--now") { Description = "The instant, such as 2026-11-22T09:00:00-05:00; the clock when not given." };
    private static readonly Option<string> Zone = new("--zone") { Description = "The site's time zone (IANA name).", DefaultValueFactory = _ => SiteZone.Default };
    private static readonly Option<string?> Hook = new("--hook") { Description = "The CDS hook, such as order-sign, for a plan of rules; all that the plan names when not given." };
    private static readonly Option<bool> Bundle = new("--bundle") { Description = "Writes a transaction Bundle of drafts in the place of a CarePlan." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("apply", "Applies a plan to a patient: which steps, when, with which orders.") { Plan, Data, Subject, Now, Zone, Hook, Bundle };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult result)
    {
        var run = new ApplyRun(result.GetRequiredValue(Plan), result.GetRequiredValue(Data), result.GetRequiredValue(Subject), result.GetRequiredValue(Zone), result.GetValue(Hook));
        try
        {
            var carePlan = run.Apply(result.GetValue(Now) ?? TimeProvider.System.GetUtcNow());
            Write(result.GetValue(Bundle) ? DraftBundle.Of(carePlan) : carePlan);
            return ApplyExit.Applied;
        }
        catch (ServerException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return ApplyExit.Refused;
        }
    }

    private static void Write(JsonObject resource)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(resource.ToJsonString(Indented) + "\n"));
    }
}
