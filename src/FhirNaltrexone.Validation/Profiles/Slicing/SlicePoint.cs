using System.Text.Json;
using FhirNaltrexone.Validation.Profiles.Snapshots;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Where a discriminator leads: to an element of the snapshot, or into a fixed value or pattern of an element above.</summary>
/// <param name="Node">The element; null within a value.</param>
/// <param name="Value">The part of the value; undefined at an element.</param>
internal readonly record struct SlicePoint(SnapshotNode? Node, JsonElement Value);
