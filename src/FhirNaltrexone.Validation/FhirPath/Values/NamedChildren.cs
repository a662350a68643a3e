using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Finds the children of one name.</summary>
internal sealed class NamedChildren(string name)
{
    /// <summary>Puts the children on the stack.</summary>
    public void Push(in FhirElement element, Evaluation run)
    {
        foreach (var child in element.Children(name)) run.Add(FhirPathValue.Of(child));
    }

    /// <summary>Whether there is a child.</summary>
    public bool HasAny(in FhirElement element) => !element.Children(name).IsEmpty();
}
