using FhirNaltrexone.CqlSuite;

// usage: FhirNaltrexone.CqlSuite <folder with the suite's ELM> [report file]
// Exit code 1 when a test fails without a known reason, or a test with one passes: both mean that the table of reasons is stale.
if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Give the folder that holds the public CQL suite as ELM JSON, and optionally the report file to write.");
    return 2;
}

var outcomes = SuiteCase.ReadAll(args[0]).Select(SuiteRunner.Run).ToList();
if (args.Length > 1) File.WriteAllText(args[1], Report.Write(outcomes));
var surprises = outcomes.Where(each => !each.NotRun && each.Passed == Divergences.Reasons.ContainsKey(Report.Key(each))).ToList();
foreach (var each in surprises) Console.WriteLine($"{Report.Key(each)}: {(each.Passed ? "passes although a reason says it fails" : each.Finding)}");
Console.WriteLine($"{outcomes.Count(each => each.Passed)} of {outcomes.Count(each => !each.NotRun)} run tests pass; {surprises.Count} surprises");
return surprises.Count == 0 ? 0 : 1;
