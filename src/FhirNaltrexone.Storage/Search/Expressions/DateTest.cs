namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A date entry [from, to) compares so with the span searched for: for entry [lo, hi) and span [a, b) eq a≤lo ∧ hi≤b; ne not eq; lt lo&lt;a; le lo&lt;b; gt hi&gt;b; ge hi&gt;a; sa lo≥b; eb hi≤a; ap lo&lt;b ∧ hi&gt;a.</summary>
/// <param name="Comparison">How.</param>
/// <param name="From">Inclusive start, milliseconds since 1970.</param>
/// <param name="To">Exclusive end.</param>
public sealed record DateTest(ValueComparison Comparison, long From, long To) : ValueTest;
