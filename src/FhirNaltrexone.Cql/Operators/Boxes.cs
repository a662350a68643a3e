namespace FhirNaltrexone.Cql.Operators;

/// <summary>Shared boxes of booleans and small integers, so that logic allocates nothing.</summary>
internal static class Boxes
{
    public static readonly object True = true;
    public static readonly object False = false;
    private const int Least = -128;
    private static readonly object[] Integers = [.. Enumerable.Range(Least, 1152).Select(value => (object)value)];

    public static object Of(bool value) => value ? True : False;

    public static object? Of(bool? value) => value is { } known ? Of(known) : null;

    public static object Of(int value) =>
        (uint)(value - Least) < (uint)Integers.Length ? Integers[value - Least] : value;
}
