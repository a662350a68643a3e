using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>One numbered step of the database schema.</summary>
/// <param name="Number">Position in the sequence, from 1.</param>
/// <param name="Name">File name.</param>
/// <param name="Sql">The statements.</param>
/// <param name="Sha256">Hash of the statements with line ends as \n: an applied step must never change.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Sha256)
{
    /// <summary>Reads a migration out of a file named <c>0001-what-it-does.sql</c>.</summary>
    public static Migration From(string fileName, string sql)
        => new(int.Parse(fileName.AsSpan(0, 4), CultureInfo.InvariantCulture), fileName, sql, Hash(sql));

    private static string Hash(string sql)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql.ReplaceLineEndings("\n"))));
}
