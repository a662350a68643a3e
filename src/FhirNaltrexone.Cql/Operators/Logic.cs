namespace FhirNaltrexone.Cql.Operators;

/// <summary>Three-valued logic (CQL 1.5, appendix B, "Logical operators").</summary>
internal static class Logic
{
    public static bool? And(bool? left, bool? right)
    {
        if (left is false || right is false) return false;
        return left is null || right is null ? null : true;
    }

    public static bool? Or(bool? left, bool? right)
    {
        if (left is true || right is true) return true;
        return left is null || right is null ? null : false;
    }

    public static bool? Xor(bool? left, bool? right) => left is null || right is null ? null : left != right;

    public static bool? Not(bool? value) => !value;


    /// <summary>A Boolean operand; anything that is no Boolean is a defect of the caller and counts as null.</summary>
    public static bool? Value(object? value) => value is bool known ? known : null;
}
