namespace FhirNaltrexone.Validation.Content;

/// <summary>An object or array that is open while a JSON text is walked.</summary>
internal struct JsonFrame
{
    /// <summary>Whether it is an array.</summary>
    public bool IsArray;

    /// <summary>Values in an array, or members of an object, begun so far.</summary>
    public int Count;

    /// <summary>How many of the values are null.</summary>
    public int Nulls;

    /// <summary>Whether a value is an object.</summary>
    public bool HasObject;

    /// <summary>Where the name of the present member stands, quotes left out.</summary>
    public Range Name;

    /// <summary>Begins anew.</summary>
    public void Open(bool isArray)
    {
        IsArray = isArray;
        Count = Nulls = 0;
        HasObject = false;
        Name = default;
    }
}
