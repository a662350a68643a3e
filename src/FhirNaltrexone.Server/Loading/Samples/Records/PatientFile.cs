using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>The records of one person, as they are written.</summary>
internal sealed class PatientFile(int number, Course course, Dice dice)
{
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"sample-{number:0000}");
    private readonly Dictionary<string, int> _counts = [];
    private readonly Dictionary<DateTimeOffset, string> _visits = [];
    private readonly List<JsonObject> _resources = [];

    /// <summary>What happened.</summary>
    public Course Course { get; } = course;

    /// <summary>For what the course left open.</summary>
    public Dice Dice { get; } = dice;

    /// <summary>Number of the patient, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Reference to the patient.</summary>
    public string Patient => $"Patient/{_prefix}";

    /// <summary>Reference to the condition treated.</summary>
    public string Condition => $"Condition/{_prefix}-opioid-use-disorder";

    /// <summary>Reference to who looks after the patient.</summary>
    public string Practitioner => Staff.Practitioner(Number);

    /// <summary>Everything written so far.</summary>
    public IReadOnlyList<JsonObject> Resources => _resources;

    /// <summary>A concept as CodeableConcept.</summary>
    public JsonObject Concept(string name) => Element.Concept(Dice.Model.Concepts[name]);

    /// <summary>Adds the patient itself.</summary>
    public void AddPatient(JsonObject content) => Keep("Patient", _prefix, content);

    /// <summary>Adds a resource of which the patient has one.</summary>
    /// <returns>Reference to it.</returns>
    public string AddOnly(string type, string name, JsonObject content) => Keep(type, $"{_prefix}-{name}", content);

    /// <summary>Adds one of several resources.</summary>
    /// <returns>Reference to it.</returns>
    public string Add(string type, string name, JsonObject content)
    {
        var count = _counts[name] = _counts.GetValueOrDefault(name) + 1;
        return Keep(type, string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{name}-{count:00}"), content);
    }

    /// <summary>The visit at that time: the same for all that is done at it.</summary>
    /// <returns>Reference to the encounter.</returns>
    public string Visit(DateTimeOffset when, string reason)
    {
        if (_visits.TryGetValue(when, out var known)) return known;

        return _visits[when] = Add("Encounter", "visit", Encounters.Ambulatory(this, when, reason));
    }

    private string Keep(string type, string id, JsonObject content)
    {
        content.Insert(0, "resourceType", type);
        content.Insert(1, "id", id);
        _resources.Add(content);
        return $"{type}/{id}";
    }
}
