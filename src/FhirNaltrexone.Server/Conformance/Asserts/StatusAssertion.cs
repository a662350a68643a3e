using System.Globalization;
using FhirNaltrexone.Server.Conformance.Running;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The status of the answer, by name or number.</summary>
internal static class StatusAssertion
{
    /// <summary>Compares with a name (FHIR R4, assert-response-code-types).</summary>
    public static Verdict ByName(AssertionScope scope)
    {
        var status = scope.Last.Status;
        var expected = Status(scope.Claim.Response!);
        return new(status == expected, $"The status is {status}; expected {scope.Claim.Response} ({expected})");
    }

    /// <summary>Compares with numbers.</summary>
    public static Verdict ByNumber(AssertionScope scope)
        => Verdict.Compare(
            "The status", [scope.Last.Status.ToString(CultureInfo.InvariantCulture)], scope.Claim.Operator ?? "in", scope.Fill(scope.Claim.ResponseCode!));

    private static int Status(string name) => name switch
    {
        "okay" => 200,
        "created" => 201,
        "noContent" => 204,
        "notModified" => 304,
        "bad" => 400,
        "forbidden" => 403,
        "notFound" => 404,
        "methodNotAllowed" => 405,
        "conflict" => 409,
        "gone" => 410,
        "preconditionFailed" => 412,
        "unprocessable" => 422,
        _ => throw new ScriptFault($"The response {name} is unknown."),
    };
}
