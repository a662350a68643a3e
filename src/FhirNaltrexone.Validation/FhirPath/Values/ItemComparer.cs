using System.Text.Json;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Compares items of an evaluation by their places. Equal items have equal hashes; times and quantities, whose equality is not that of their text, share one.</summary>
internal sealed class ItemComparer(Evaluation run) : IEqualityComparer<int>
{
    public bool Equals(int x, int y) => Equality.AreSame(run[x], run[y], run);

    public int GetHashCode(int place)
    {
        var value = Primitives.Read(run[place]);
        return value.Kind switch
        {
            FhirPathKind.String => string.GetHashCode(value.Text, StringComparison.Ordinal),
            FhirPathKind.Boolean => value.Boolean == true ? 1 : 2,
            FhirPathKind.Integer or FhirPathKind.Decimal => value.Number!.Value.GetHashCode(),
            FhirPathKind.Quantity when value.Quantity!.Unit == UnitQuantity.One => value.Quantity.Value.GetHashCode(),
            FhirPathKind.Element when value.Element.Value.ValueKind == JsonValueKind.Object => value.Element.Value.GetPropertyCount(),
            _ => (int)JsonValueKind.Undefined,
        };
    }
}
