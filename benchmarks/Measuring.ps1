# What Compare.ps1 measures with.

. (Join-Path $PSScriptRoot '../build/Engine.ps1')

$ApiKey = 'sandbox-key'

# The server listens on a free port of loopback, and says so in its first line.
function Open-SandboxServer([string] $Root, [string[]] $Argument) {
    $dll = Join-Path $Root 'src/CompanyData.Sandbox.Server/bin/Release/net10.0/CompanyData.Sandbox.Server.dll'
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]](@($dll, '--urls', 'http://127.0.0.1:0') + $Argument))
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'http://127\.0\.0\.1:\d+') {
        Close-SandboxServer $process
        throw "The sandbox server did not start: $line"
    }

    [pscustomobject]@{ Process = $process; Uri = "$($Matches[0])/qard/api/v6"; Root = $Root; Argument = $Argument }
}

function Close-SandboxServer($Server) {
    $Server.Process.Kill()
    $Server.Process.WaitForExit()
}

# What every way of doing the work is given.
function Initialize-Work($Definition, $Server) {
    Connect-Qard -Uri $Server.Uri -ApiKey ([Net.NetworkCredential]::new('', $ApiKey).SecurePassword)
    $limit = [CompanyData.Limit.LimitClient]::new($Server.Uri, $ApiKey)
    $work = [pscustomobject]@{
        Uri = $Server.Uri
        Headers = @{ 'X-API-KEY' = $ApiKey }
        WebSession = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
        Limit = $limit
        Root = $Server.Root
        Count = $Definition.Count
        Items = $null
    }
    $work.Items = & $Definition.Setup $work
    $work
}

# All that a way yields, as a count and a sum by which results are compared. The limit gives both by itself.
function Get-Digest($Definition, $Way, $Work) {
    $count = 0
    [decimal] $sum = 0
    foreach ($item in & $Way $Work) {
        if ($item -is [CompanyData.Limit.Digest]) { return $item }
        $count++
        $sum += & $Definition.Value $item
    }

    [CompanyData.Limit.Digest]::new($count, $sum)
}

# Counted alone, since adding up would take time that is none of the work's.
function Get-Count($Way, $Work) {
    $yield = & $Way $Work | Measure-Object
    $yield.Count
}

# One round of one way: milliseconds, or what the way itself measures in another process.
function Measure-Way($Definition, [string] $Name, $Work) {
    $way = $Definition.Ways[$Name]
    if ($Definition.Probes) { return & $way $Work }
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [GC]::Collect()
    $clock = [Diagnostics.Stopwatch]::StartNew()
    if ($Definition.Light) { $null = Assert-Digest $Name (Get-Digest -Definition $Definition -Way $way -Work $Work) } else { $null = Get-Count $way $Work }
    $clock.Elapsed.TotalMilliseconds
}

function Assert-Digest([string] $Name, $Digest) {
    if (-not $script:expected) { $script:expected = $Digest }
    if ($Digest -ne $script:expected) { throw "$Name comes to $Digest; the others come to $script:expected." }
}

function Measure-Row([string] $Name, $Definition, $Server) {
    $script:expected = $null
    $values = [ordered]@{}
    $Definition.Ways.Keys.ForEach({ $values[$_] = [Collections.Generic.List[double]]::new() })
    $work = if (-not $Definition.Fresh) { Initialize-Work $Definition $Server }
    if (-not ($Definition.Light -or $Definition.Probes)) {
        # The first round warms up and shows that all come to the same.
        foreach ($way in $Definition.Ways.Keys) { Assert-Digest $way (Get-Digest -Definition $Definition -Way $Definition.Ways[$way] -Work $work) }
    }

    for ($round = 0; $round -lt $Definition.Rounds; $round++) {
        $order = @($Definition.Ways.Keys)
        if ($round % 2) { [array]::Reverse($order) }
        foreach ($way in $order) {
            if ($Definition.Fresh) {
                # Work that leaves something behind begins on an empty server each time.
                $fresh = Open-SandboxServer $Server.Root $Server.Argument
                try {
                    $values[$way].Add((Measure-Way -Definition $Definition -Name $way -Work (Initialize-Work $Definition $fresh)))
                }
                finally {
                    Close-SandboxServer $fresh
                }
            }
            else {
                $values[$way].Add((Measure-Way -Definition $Definition -Name $way -Work $work))
            }

        }
    }

    [pscustomobject]@{
        Row = $Name
        Title = $Definition.Title
        Unit = $Definition.Unit
        Ways = @(foreach ($way in $values.Keys) { [pscustomobject]@{ Way = $way; Median = Get-Median $values[$way]; Values = $values[$way] } })
        Comparisons = @(foreach ($comparison in $Definition.Comparisons) { Compare-Way -Definition $Definition -Comparison $comparison -Values $values })
    }
}

# Round by round, so that what disturbs a round disturbs both sides of it.
function Compare-Way($Definition, $Comparison, $Values) {
    $of = $Values[$Comparison.Of]
    $to = $Values[$Comparison.To ?? $Comparison.Of]
    $figures = @(for ($i = 0; $i -lt $of.Count; $i++) {
        switch ($Comparison.As) {
            'faster' { $to[$i] / $of[$i] }
            'times' { $of[$i] / $to[$i] }
            'above' { $of[$i] - $to[$i] }
            'plain' { $of[$i] }
        }
    })
    $words = @{ faster = "times faster than $($Comparison.To)"; times = "times $($Comparison.To)"; above = "above $($Comparison.To)"; plain = '' }
    $median = Get-Median $figures
    $target = $Comparison.Target
    [pscustomobject]@{
        Title = $Definition.Title
        What = "$($Comparison.Of) $($words[$Comparison.As])".Trim()
        Unit = $Comparison.As -in 'above', 'plain' ? $Definition.Unit : 'x'
        Median = $median
        Least = ($figures | Measure-Object -Minimum).Minimum
        Most = ($figures | Measure-Object -Maximum).Maximum
        Bound = $Comparison.As -eq 'faster' ? 'at least' : 'at most'
        Target = $target
        Met = $target -and ($Comparison.As -eq 'faster' ? $median -ge $target : $median -le $target)
    }
}

function Get-Median([double[]] $Value) {
    $sorted = @($Value | Sort-Object)
    $middle = [int][Math]::Floor($sorted.Count / 2)
    $sorted.Count % 2 ? $sorted[$middle] : ($sorted[$middle - 1] + $sorted[$middle]) / 2
}

function Format-Figure([double] $Value, [string] $Unit) {
    $Unit -eq 'x' ? ('{0:0.00} x' -f $Value) : ('{0:0.0} {1}' -f $Value, $Unit).TrimEnd()
}

# Runs a script of Probes in a new process of this PowerShell; gives the number that it writes.
function Invoke-Probe([string] $Name, [string[]] $Argument) {
    $output = Invoke-Engine (@('-NonInteractive', '-File', (Join-Path $PSScriptRoot "Probes/$Name.ps1")) + $Argument)
    if ($LASTEXITCODE -ne 0) { throw "The probe $Name failed: $output" }
    [double]::Parse(($output | Select-Object -Last 1), [cultureinfo]::InvariantCulture)
}
