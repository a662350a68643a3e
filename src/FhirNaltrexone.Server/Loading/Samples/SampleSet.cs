using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using FhirNaltrexone.Server.Loading.Samples.Model;
using FhirNaltrexone.Server.Loading.Samples.Records;

namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>Synthetic patients on naltrexone, with all their records.</summary>
internal static class SampleSet
{
    /// <summary>The resources in order: the clinic, then patient by patient. Made while they are read.</summary>
    public static IEnumerable<JsonObject> Generate(SampleOptions options)
    {
        var model = SampleModel.Read();
        foreach (var resource in Staff.Write(new Dice(model, new SampleRandom(options.Seed, 0))))
        {
            yield return resource;
        }

        foreach (var resource in Enumerable.Range(1, options.Patients).SelectMany(number => Patient(model, options, number)))
        {
            yield return resource;
        }
    }

    private static IReadOnlyList<JsonObject> Patient(SampleModel model, SampleOptions options, int number)
    {
        var dice = new Dice(model, new SampleRandom(options.Seed, (ulong)number));
        var file = new PatientFile(number, CourseSimulator.Play(dice, number, options.Anchor), dice);
        PatientRecords.Write(file);
        ConditionRecords.Write(file);
        ObservationRecords.Write(file);
        OpioidRecords.Write(file);
        WithdrawalRecords.Write(file);
        UrineRecords.Write(file);
        LiverRecords.Write(file);
        InjectionRecords.Write(file);
        TabletRecords.Write(file);
        PlanRecords.Write(file);
        return file.Resources;
    }
}
