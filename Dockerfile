# syntax=docker/dockerfile:1
# Builds and runs the service. The clinical content is embedded, so the image needs no network and no volume but /app/data.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Compiled ahead of time, with the framework, for the platform of the image: most of a start is compiling.
ARG TARGETARCH
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/FhirNaltrexone.Cql/*.csproj src/FhirNaltrexone.Cql/
COPY src/FhirNaltrexone.Validation/*.csproj src/FhirNaltrexone.Validation/
COPY src/FhirNaltrexone.Knowledge/*.csproj src/FhirNaltrexone.Knowledge/
COPY src/FhirNaltrexone.Storage/*.csproj src/FhirNaltrexone.Storage/
COPY src/FhirNaltrexone.Server/*.csproj src/FhirNaltrexone.Server/
RUN dotnet restore src/FhirNaltrexone.Server -a $TARGETARCH
COPY src/ src/
COPY profiles/core/ profiles/core/
COPY profiles/generated/ profiles/generated/
COPY profiles/topics/ profiles/topics/
COPY conformance/samples/model.json conformance/samples/
COPY conformance/schemas/ conformance/schemas/
RUN dotnet publish src/FhirNaltrexone.Server --no-restore -a $TARGETARCH --configuration Release --output /app

# The program brings its framework along: build the image again for a patch of .NET.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0 AS run
WORKDIR /app
COPY --from=build /app .
# $APP_UID is the unprivileged user of the base image; it may write the data directory and nothing else.
RUN mkdir data && chown "$APP_UID" data
USER $APP_UID
# Others can reach this port: the service starts only with registered clients and a proxy that ends TLS (docs/security.md), as in docker-compose.yml.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_gcServer=0
EXPOSE 8080
VOLUME /app/data
# The image has no curl: bash asks for the readiness itself.
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["./FhirNaltrexone.Server"]
