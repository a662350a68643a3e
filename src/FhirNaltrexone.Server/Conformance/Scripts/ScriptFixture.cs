using System.Text.Json;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A resource a script brings along.</summary>
/// <param name="Id">Name of the fixture.</param>
/// <param name="IsCreated">Whether it is created on the server before the setup.</param>
/// <param name="IsDeleted">Whether it is deleted from the server after the teardown.</param>
/// <param name="Resource">The resource. It may hold variables.</param>
internal sealed record ScriptFixture(string Id, bool IsCreated, bool IsDeleted, JsonElement Resource);
