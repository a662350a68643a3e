using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FhirNaltrexone.Server.Hosting;
using FhirNaltrexone.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Tests.Hosting;

/// <summary>An endpoint by https, and secrets in files.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fhir-naltrexone-tls").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

#pragma warning disable CA5397, SYSLIB0039, CS0618 // The old version must be refused.
    [Theory]
    [InlineData(SslProtocols.Tls12, true)]
    [InlineData(SslProtocols.Tls13, true)]
    [InlineData(SslProtocols.Tls11, false)]
    public async Task Speaks_new_versions_of_TLS_only(SslProtocols version, bool isSpoken)
#pragma warning restore CA5397, SYSLIB0039, CS0618
    {
        await using var app = Build(Certificate());
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(app.Urls.Single()).Port, TestContext.Current.CancellationToken);

        await using var stream = new SslStream(client.GetStream());
        var error = await Record.ExceptionAsync(() => stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                EnabledSslProtocols = version,
#pragma warning disable CA5359 // The certificate is the test's own.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(isSpoken, error is null);
        if (isSpoken) Assert.Equal(version, stream.SslProtocol);
    }

    [Fact]
    public async Task A_connection_string_is_read_from_a_file()
    {
        var file = Path.Combine(_directory, "connection");
        await File.WriteAllTextAsync(file, "Data Source=from-file.db\n", TestContext.Current.CancellationToken);
        await using var app = Build([("Storage:ConnectionStringFile", file)]);

        Assert.Equal("Data Source=from-file.db", app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "Host=db;Username=u;Password=swordfish")]
    [InlineData("Storage:ConnectionString", "host=db;pwd=swordfish")]
    [InlineData("Storage:ConnectionString", "=broken;password:swordfish")]
    [InlineData("Kestrel:Certificates:Default:Password", "swordfish")]
    [InlineData("kestrel:endpoints:https:certificate:password", "swordfish")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=swordfish")]
    public async Task A_secret_on_the_command_line_or_in_the_settings_of_the_program_is_refused_and_not_repeated(string key, string secret)
    {
        await using var line = Build([(key, secret)]);
        await File.WriteAllTextAsync(Path.Combine(_directory, "appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, string> { [key] = secret }), TestContext.Current.CancellationToken);
        await using var file = Build([]);

        foreach (var (app, place) in new[] { (line, "on the command line"), (file, "in appsettings.json") })
        {
            var error = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<StorageOptions>>().Value);

            Assert.Contains(key, error.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(place, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("swordfish", error.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_secret_in_the_environment_is_taken()
    {
        await using var app = Build([], [("Storage:ConnectionString", "Host=db;Username=u;Password=swordfish"), ("Kestrel:Certificates:Default:Password", "swordfish")]);

        Assert.Contains("swordfish", app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString, StringComparison.Ordinal);
    }

    private (string, string)[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (path, keyPath) = (Path.Combine(_directory, "cert.pem"), Path.Combine(_directory, "key.pem"));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return [("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", path), ("Kestrel:Certificates:Default:KeyPath", keyPath)];
    }

    private WebApplication Build((string Key, string Value)[] settings, params (string Key, string Value)[] environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = _directory,
            Args = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
        });
        builder.Configuration.AddInMemoryCollection(environment.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        builder.AddHosting();
        return builder.Build();
    }
}
