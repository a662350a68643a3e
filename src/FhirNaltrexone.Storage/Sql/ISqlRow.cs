namespace FhirNaltrexone.Storage.Sql;

/// <summary>The row a query stands on. Columns count from 0.</summary>
internal interface ISqlRow
{
    bool IsNull(int column);

    long Int64(int column);

    string Text(int column);

    byte[] Bytes(int column);
}
