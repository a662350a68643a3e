using FhirNaltrexone.ValidatorSuite;

// usage: FhirNaltrexone.ValidatorSuite <folder with the cases> [report file]
// Exit code 1 when a run disagrees without a known reason, or one with a reason agrees: both mean that the table of reasons is stale.
if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Give the folder that holds cases.json and the files of the public cases, and optionally the report file to write.");
    return 2;
}

var runner = new SuiteRunner(args[0]);
var outcomes = SuiteCase.ReadAll(args[0]).Select(runner.Run).ToList();
if (args.Length > 1) File.WriteAllText(args[1], Report.Write(outcomes));
var surprises = outcomes.Where(each => each.Agrees == Divergences.Reasons.ContainsKey(each.Case.Key)).ToList();
foreach (var each in surprises)
{
    Console.WriteLine($"{each.Case.Key} [{each.Case.Module}] {each.Case.File}: {(each.Agrees ? "agrees although a reason says it does not" : each.Case.IsValid ? "must be valid" : "must be invalid")}");
    foreach (var issue in each.Errors.Take(5)) Console.WriteLine($"    {issue.MessageId} {issue.Expression}: {issue.Text}");
}

Console.WriteLine($"{outcomes.Count(each => each.Agrees)} of {outcomes.Count} runs agree; {surprises.Count} surprises");
return surprises.Count == 0 ? 0 : 1;
