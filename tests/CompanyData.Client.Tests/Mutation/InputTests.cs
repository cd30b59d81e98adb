using System.Text;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qonto;
using CompanyData.Webhooks;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>What comes in by another way than an answer: a registration that a person wrote, the body and the headers of a webhook.</summary>
public class InputTests
{
    private const int Cases = 1500;
    private const string Key = "canary-9b1f4c27-of-the-session";

    private static readonly RecordedAnswer Webhook = Record(
        """{"event":"user.data.ready","id":"e-1","at":"2024-01-15 10:30:00","data":{"user_id":"u-1","amount":{"value":12.5,"currency":"EUR"},"types":["COMPANY_PROFILE",null,1.5,true,{"a":[]}]}}""");

    [Fact]
    public void Draft_MutatedText_IsReadOrRefused() => ForEachCase(Record(SampleRegistrations.One().ToJsonString()), text =>
    {
        try
        {
            QontoRegistrationDraft draft = new(JsonText.ParseObject(Encoding.UTF8.GetString(text), "The text"), new(SampleRegistrations.Today, QontoOAuthNames.Default));
            Assert.NotNull(JsonNode.Parse(draft.Json));
            Assert.NotNull(draft.ToString());
            Assert.All(draft.Findings, finding => Assert.NotEmpty(finding.ToString()!));
            Assert.True(draft.Stakeholders >= 0);
        }
        catch (ArgumentException refusal)
        {
            Assert.DoesNotContain(refusal.Message, char.IsControl);
        }
    });

    [Fact]
    public void Webhook_MutatedBody_IsReadOrGivenAsText() => ForEachCase(Webhook, body => Inspection.Read(WebhookBody.Read(body)));

    [Fact]
    public void Webhook_MutatedSignature_IsRefused()
    {
        byte[] secret = Encoding.UTF8.GetBytes(Key);
        RecordedAnswer header = Record("t=1705314600,v1=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        ForEachCase(header, bytes =>
        {
            string text = Encoding.UTF8.GetString(bytes);
            Assert.False(WebhookSignature.IsQontoTimed(secret, Webhook.Body, text, out _));
            Assert.False(WebhookSignature.IsQonto(secret, Webhook.Body, text));
            Assert.False(WebhookSignature.IsQard(secret, "https://app.example.test/hook", text));
            Assert.False(WebhookSignature.IsPowens(secret, "/hook", text, Webhook.Body, text));
        });
    }

    [Fact]
    public void Dossier_MutatedFile_IsReadOrRefused()
    {
        using MemoryStream file = new();
        DossierJsonWriter.Write(Fixtures.Filled(number => $"text {number}"), file);
        ForEachCase(new RecordedAnswer(200, [], file.ToArray()), bytes =>
        {
            try
            {
                CompanyDossier dossier = new DossierJsonReader("a file").Read(bytes);
                Inspection.Read(dossier);
                Inspection.Read(DossierFindings.Find(dossier, Fixtures.Review));
                Inspection.Read(DossierPersons.From(dossier));
                Assert.Empty(DossierComparison.Compare(dossier, dossier, Fixtures.Review));
                DossierJsonWriter.Write(dossier, Stream.Null);
            }
            catch (DossierFileException refusal)
            {
                Assert.DoesNotContain(refusal.Message, char.IsControl);
                Assert.NotEmpty(refusal.Remedy);
            }
        });
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":[{"c":1,"c":2}]}}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    public void ParseObject_WhatCannotBeSent_IsRefused(string json) => Assert.Throws<ArgumentException>(() => JsonText.ParseObject(json, "The text"));

    private static RecordedAnswer Record(string text) => new(200, [], Encoding.UTF8.GetBytes(text));

    private static void ForEachCase(RecordedAnswer original, Action<byte[]> read)
    {
        Mutator mutator = new([original]);
        MutationKind[] kinds = [.. Enum.GetValues<MutationKind>().Where(kind => kind < MutationKind.OtherAnswer)];
        for (int number = 0; number < Cases; number++)
        {
            MutationKind kind = kinds[number % kinds.Length];
            byte[] body = mutator.Apply(original, kind, Key, new Random(number)).Body;
            try
            {
                read(body);
            }
            catch (Exception exception)
            {
                throw new InvalidDataException($"Case {number}, {kind}: {Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 600))}", exception);
            }
        }
    }
}
