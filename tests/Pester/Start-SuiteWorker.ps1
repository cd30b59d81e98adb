# Runs the Pester files whose paths come through a pipe, each in a new runspace, and answers each with a line of JSON. Ends with the pipe.
param(
    [Parameter(Mandatory)] [string] $PipeName,
    [Parameter(Mandatory)] [version] $PesterVersion
)

$ErrorActionPreference = 'Stop'
$pipe = [IO.Pipes.NamedPipeClientStream]::new('.', $PipeName, 'InOut')
$pipe.Connect()
$reader = [IO.StreamReader]::new($pipe)
$writer = [IO.StreamWriter]::new($pipe)
$writer.AutoFlush = $true
$environment = [Environment]::GetEnvironmentVariables()

while ($path = $reader.ReadLine()) {
    $runspace = [runspacefactory]::CreateRunspace($Host)
    $runspace.Open()
    $shell = [powershell]::Create($runspace)
    $null = $shell.AddCommand("$PSScriptRoot/Invoke-Suite.ps1").AddParameters(@{ Path = $path; PesterVersion = $PesterVersion })
    $result = try { $shell.Invoke() | Select-Object -Last 1 }
    catch { @{ Passed = 0; Failed = 1; Failures = @(@{ Name = $path; Message = "$_"; Location = $_.ScriptStackTrace }); Skips = @() } }
    $shell.Dispose()
    $runspace.Dispose()

    # The environment is the process's; the next file starts with what this one started with.
    foreach ($name in [Environment]::GetEnvironmentVariables().Keys) {
        if (-not $environment.Contains($name)) { [Environment]::SetEnvironmentVariable($name, $null) }
    }
    foreach ($name in $environment.Keys) { [Environment]::SetEnvironmentVariable($name, $environment[$name]) }
    $writer.WriteLine(($result | ConvertTo-Json -Depth 4 -Compress))
}
