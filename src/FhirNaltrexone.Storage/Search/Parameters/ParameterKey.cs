using System.Text;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>
/// The number a database knows a search parameter by: an FNV-1a hash (32 bits) of its name, the same in every process without coordination.
/// Names are <c>Type/code</c>, and for derived entries <c>Type/code:identifier</c>, <c>Type/code:of-type</c>, <c>Type/code:text</c>,
/// <c>Type/code:present</c> (an element is there, but gives no entry of its own), <c>Type/code$0</c>, <c>Type/code$1</c> … (parts of a composite) and
/// <c>Type/code>Target/inner</c> (parameter of a contained resource, for chains; also with <c>:text</c>, but with no other ending). The set of parameters refuses two names with one number.
/// </summary>
public static class ParameterKey
{
    /// <summary>FNV's own 2166136261 plus the first number (2,836) with which no two of the 262,000 names of R4 meet.</summary>
    private const uint OffsetBasis = 2166136261 + 2836;
    private const uint Prime = 16777619;

    /// <summary>The number of a name.</summary>
    /// <param name="name">See above.</param>
    public static int Of(string name)
        => Continue(unchecked((int)OffsetBasis), name);

    /// <summary>The number of a longer name: that of its beginning is all one needs to know of the beginning.</summary>
    /// <param name="beginning">Number of the beginning.</param>
    /// <param name="rest">What follows.</param>
    public static int Continue(int beginning, string rest)
    {
        var hash = unchecked((uint)beginning);
        foreach (var letter in rest)
        {
            if (!char.IsAscii(letter)) return Continue(beginning, Encoding.UTF8.GetBytes(rest));
            hash = unchecked((hash ^ letter) * Prime);
        }

        return unchecked((int)hash);
    }

    /// <summary>The number of a parameter of a type.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="code">Code of the parameter, with one of the endings above.</param>
    public static int Of(string type, string code) => Of($"{type}/{code}");

    private static int Continue(int beginning, byte[] rest)
    {
        var hash = unchecked((uint)beginning);
        foreach (var octet in rest) hash = unchecked((hash ^ octet) * Prime);
        return unchecked((int)hash);
    }
}
