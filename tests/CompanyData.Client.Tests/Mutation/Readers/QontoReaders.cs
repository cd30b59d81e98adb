using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Qonto's answers.</summary>
internal static class QontoReaders
{
    public static async Task AddAsync(Readers readers, SandboxWorld world)
    {
        string registration = string.Empty, creation = string.Empty, file = string.Empty, webhook = string.Empty;
        // It is sent again in every case.
        string path = Path.Combine(AppContext.BaseDirectory, "mutations-kbis.pdf");
        await File.WriteAllTextAsync(path, "%PDF-1.4");
        QontoUpload upload = new(path, "organization-kbis", null);

        await AddAsync("new registration", async (client, token) =>
        {
            QontoRegistration created = await client.Registrations.CreateAsync(QontoWire.Draft, token);
            registration = registration.Length > 0 ? registration : created.Id ?? string.Empty;
            return created;
        });
        await AddAsync("registration", async (client, token) => await client.Registrations.GetAsync(registration, token));
        await AddAsync("registrations", (client, token) => QardReaders.AllAsync(client.Registrations.ListAsync(token)));
        await AddAsync("new creation", async (client, token) =>
        {
            QontoRegistration created = await client.Registrations.CreateAsync(QontoWire.Creation, token);
            creation = creation.Length > 0 ? creation : created.Id ?? string.Empty;
            return created;
        });
        await AddAsync("new file", async (client, token) =>
        {
            QontoRegistrationFile added = await client.Files.AddAsync(creation, upload, token);
            file = file.Length > 0 ? file : added.Id ?? string.Empty;
            return added;
        });
        await AddAsync("files", (client, token) => QardReaders.AllAsync(client.Files.ListAsync(creation, token)));
        await AddAsync("file", async (client, token) => await client.Files.GetAsync(creation, file, token));
        Uri hook = new("https://app.example.test/hook");
        await AddAsync("new webhook", async (client, token) =>
        {
            QontoWebhook created = await client.Webhooks.CreateAsync(hook, true, new("canary-webhook-secret"), token);
            webhook = webhook.Length > 0 ? webhook : created.Id ?? string.Empty;
            return created;
        });
        await AddAsync("webhooks", (client, token) => QardReaders.AllAsync(client.Webhooks.ListAsync(token)));
        await AddAsync("changed webhook", async (client, token) => await client.Webhooks.ChangeAsync(webhook, new(hook, false, new("canary-webhook-secret")), token));
        await AddAsync("events", (client, token) => QardReaders.AllAsync(client.Events.ListAsync(token)));
        await AddAsync("refusal: not found", async (client, token) => await client.Registrations.GetAsync("00000000-0000-4000-8000-000000000000", token));
        await AddAsync("refusal: bad content", async (client, token) => await client.Registrations.CreateAsync(
            new QontoRegistrationDraft(new JsonObject { ["legal_flow"] = "nonsense" }, new(SampleRegistrations.Today, QontoOAuthNames.Default)), token));

        Task AddAsync(string name, Func<QontoClient, CancellationToken, Task<object?>> call) => readers.AddAsync(
            "Qonto",
            name,
            world.Options.QontoToken,
            Sandbox.SandboxHandler.QontoPath,
            options => new QontoClient(
                options,
                new() { Token = new(world.Options.QontoToken), PartnerId = world.Options.QontoPartnerId, StagingToken = new(world.Options.QontoStagingToken) },
                QontoOAuthNames.Default),
            call);
    }
}
