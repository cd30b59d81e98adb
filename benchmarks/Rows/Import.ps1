# From nothing to the first result, in a fresh process each time.
param([switch] $Quick)

# Milliseconds from the start of a process to its end.
$whole = { param($script)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $null = Invoke-Engine '-NonInteractive', '-Command', $script
    $clock.Elapsed.TotalMilliseconds
}

@{
    Title = 'Import-Module in a fresh process, and the first calls after it'
    Unit = 'ms'
    Rounds = $Quick ? 3 : 15
    Probes = $true
    Server = @()
    Setup = { param($work)
        Remove-Item "$($work.Root)/benchmarks/bin" -Recurse -ErrorAction Ignore
        $null = New-Item -ItemType Directory -Path "$($work.Root)/benchmarks/bin"
        Add-Type -OutputAssembly "$($work.Root)/benchmarks/bin/EmptyModule.dll" -TypeDefinition @'
            [System.Management.Automation.Cmdlet("Get", "Nothing")]
            public sealed class GetNothingCommand : System.Management.Automation.PSCmdlet;
'@
        [pscustomobject]@{ Siren = '123456789'; Name = 'Entreprise' } | New-QardUser | ForEach-Object Id
    }
    Ways = [ordered]@{
        'an empty binary module' = { param($work) Invoke-Probe Import $work.Root, Empty }
        'Import-Module CompanyData' = { param($work) Invoke-Probe Import $work.Root, Import }
        'the first call: Connect-Qard' = { param($work) Invoke-Probe Import $work.Root, Connect, $work.Uri, $work.Items }
        'the second call: Get-QardUser, with the first request' = { param($work) Invoke-Probe Import $work.Root, Read, $work.Uri, $work.Items }
        'Invoke-RestMethod as the first call' = { param($work) Invoke-Probe Import $work.Root, InvokeRestMethod, $work.Uri, $work.Items }
        'a process that imports, connects and calls Get-QardProfile' = { param($work)
            & $whole "`$env:QARD_API_KEY = 'sandbox-key'; Import-Module '$($work.Root)/CompanyData.psd1'; Connect-Qard -Uri $($work.Uri); Get-QardProfile"
        }.GetNewClosure()
        'a process that calls Invoke-RestMethod' = { param($work)
            & $whole "Invoke-RestMethod $($work.Uri)/profile -Headers @{ 'X-API-KEY' = 'sandbox-key' }"
        }.GetNewClosure()
    }
    Comparisons = @(
        @{ Of = 'Import-Module CompanyData'; As = 'above'; To = 'an empty binary module'; Target = 60 }
        @{ Of = 'the first call: Connect-Qard'; As = 'plain'; Target = 120 }
        @{ Of = 'the second call: Get-QardUser, with the first request'; As = 'plain'; Target = 120 }
        @{ Of = 'Invoke-RestMethod as the first call'; As = 'plain'; Target = $null }
        @{ Of = 'a process that imports, connects and calls Get-QardProfile'; As = 'times'; To = 'a process that calls Invoke-RestMethod'; Target = 1.15 }
    )
}
