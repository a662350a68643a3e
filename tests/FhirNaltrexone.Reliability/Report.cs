using System.Globalization;

namespace FhirNaltrexone.Reliability;

/// <summary>What a run tells on the console.</summary>
internal static class Report
{
    public static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static void Line(string line) => Console.WriteLine(line);
}
