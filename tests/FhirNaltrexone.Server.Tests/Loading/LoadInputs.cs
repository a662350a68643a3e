namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>Inputs for several tests.</summary>
internal static class LoadInputs
{
    /// <summary>Ids of the resources in what <see cref="WriteEveryKind"/> writes, those aside that follow from a bundle.</summary>
    public static readonly string[] Ids = ["array", "document", "line", "packaged", "put", "xml", "zipped"];

    /// <summary>Writes a folder <c>in</c> with a file of each kind.</summary>
    public static void WriteEveryKind(TemporaryFolder folder)
    {
        folder.Write("in/document.json", """{"resourceType":"Patient","id":"document"}""");
        folder.Write("in/document.xml", """<Patient xmlns="http://hl7.org/fhir"><id value="xml"/></Patient>""");
        folder.Write("in/lines.ndjson", """{"resourceType":"Patient","id":"line"}""");
        folder.WriteGzip("in/lines.ndjson.gz", "{\"resourceType\":\"Patient\",\"id\":\"zipped\"}\n");
        folder.WritePackage("in/package.tgz", ("package/Patient-packaged.json", """{"resourceType":"Patient","id":"packaged"}"""));
        folder.Write("in/collection.json", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"array"}}]}""");
        folder.Write("in/transaction.json", """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"fullUrl":"urn:uuid:0f0e0d0c-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","active":true},"request":{"method":"POST","url":"Patient"}},
              {"resource":{"resourceType":"Person","id":"put","link":[{"target":{"reference":"urn:uuid:0f0e0d0c-0000-4000-8000-000000000001"}}]},"request":{"method":"PUT","url":"Person/put"}}]}
            """);
        folder.Write("in/zbatch.json", """
            {"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient","active":false},"request":{"method":"POST","url":"Patient"}}]}
            """);
    }
}
