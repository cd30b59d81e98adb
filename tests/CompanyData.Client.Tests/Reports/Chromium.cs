using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Client.Tests.Reports;

/// <summary>A headless Chromium of its own, spoken to over the DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0",
    ];

    private readonly DirectoryInfo _profile;
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(90));
    private string? _session;
    private int _id;

    private Chromium(DirectoryInfo profile, Process process)
    {
        _profile = profile;
        _process = process;
    }

    /// <summary>Null where there is none.</summary>
    public static string? Path => Array.Find(Names, File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("companydata-chromium-");
        ProcessStartInfo start = new(Path!, [.. Flags, $"--user-data-dir={profile.FullName}", "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        Chromium chromium = new(profile, process);
        try
        {
            await chromium.ConnectAsync();
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        int id = ++_id;
        JsonObject message = new() { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [], };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _limit.Token);
        while (true)
        {
            JsonNode answer = await ReceiveAsync();
            if ((int?)answer["id"] == id)
            {
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer}");
            }
        }
    }

    public async Task OpenAsync(Uri page)
    {
        await SendAsync("Page.navigate", new() { ["url"] = page.AbsoluteUri });
        while ((string?)(await ReceiveAsync())["method"] != "Page.loadEventFired")
        {
        }
    }

    /// <summary>Shows the page that is open, and gives what a script finds out about it.</summary>
    public async Task<T> ShowAsync<T>(Screen screen, string script)
        where T : class
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = screen.Width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await SendAsync("Emulation.setEmulatedMedia", new()
        {
            ["media"] = screen.Media,
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = screen.Scheme }),
        });
        JsonNode result = await SendAsync("Runtime.evaluate", new() { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true });
        return result["result"]?["value"].Deserialize<T>(JsonSerializerOptions.Web) ?? throw new InvalidOperationException(result.ToJsonString());
    }

    /// <summary>Presses a key where the focus is.</summary>
    public async Task PressAsync(string key, int code)
    {
        foreach (string type in new[] { "keyDown", "keyUp" })
        {
            await SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code });
        }
    }

    public async Task PhotographAsync(string path)
    {
        JsonNode picture = await SendAsync("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true });
        await File.WriteAllBytesAsync(path, Convert.FromBase64String((string)picture["data"]!));
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _limit.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task ConnectAsync()
    {
        // The port, and the path of the browser's socket; written once both are known.
        string told = System.IO.Path.Combine(_profile.FullName, "DevToolsActivePort");
        string[] lines = [];
        while (lines.Length < 2)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"Chromium ended with {_process.ExitCode}.");
            }

            await Task.Delay(50, _limit.Token);
            lines = File.Exists(told) ? await File.ReadAllLinesAsync(told, _limit.Token) : [];
        }

        await _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{lines[0]}{lines[1]}"), _limit.Token);
        string? target = (string?)(await SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }))["targetId"];
        _session = (string?)(await SendAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"];
        await SendAsync("Page.enable");
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, _limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!;
    }
}
