using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Finds the children of whatever name.</summary>
internal static class AllChildren
{
    /// <summary>Puts the children of an item on the stack; values have none.</summary>
    public static void Push(int index, Evaluation run)
    {
        if (run[index].Kind != FhirPathKind.Element) return;
        foreach (var child in run[index].Element.Children()) run.Add(FhirPathValue.Of(child));
    }

    /// <summary>Number of children.</summary>
    public static int Count(in FhirElement element)
    {
        var count = 0;
        foreach (var _ in element.Children()) count++;
        return count;
    }
}
