namespace FhirNaltrexone.Storage.Sql;

/// <summary>SQL with its values: <c>$1</c> is the first. A value is a long, int, short, double, string or byte[], or an array the dialect made.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Values">Values of its parameters.</param>
internal readonly record struct SqlStatement(string Text, IReadOnlyList<object> Values);
