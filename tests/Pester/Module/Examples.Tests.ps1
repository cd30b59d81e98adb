# The examples, each in a new process, as a scheduled task would run them.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $examples = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'examples'))
    $unreadable = 'System\.\w|CompanyData\.[A-Z]|@\{|\bValueList\b|\bFieldMap\b|Exception'

    function Invoke-Example([string] $Name, [string] $Arguments) {
        $script = (Join-Path $examples $Name).Replace("'", "''")
        $said = Invoke-FreshPowerShell "`$PSStyle.OutputRendering = 'PlainText'; & '$script' $Arguments; exit `$LASTEXITCODE"
        [pscustomobject]@{ Lines = @($said); Text = $said -join "`n"; ExitCode = $LASTEXITCODE }
    }
}

Describe 'Start-Onboarding.ps1' {
    It 'ends with the owner''s link' {
        $run = Invoke-Example Start-Onboarding.ps1 '-Siren 552032534 -Name ''Exemple SA'' -Sandbox'
        $run.ExitCode | Should -Be 0 -Because $run.Text
        $run.Text | Should -BeLike '*Dossier of Exemple SA: Complete, * officers, * owners*'
        $run.Text | Should -BeLike '*Pre-filled. * items to complete:*'
        $run.Text | Should -Match 'Registration [0-9a-f-]{36} is pending\.'
        $run.Lines[-1] | Should -Match '^https://sandbox\.test/qonto/onboarding/registrations/[0-9a-f-]{36}$'
        $run.Text | Should -Not -Match $unreadable
    }

    It 'sends nothing that breaks a rule, and says which' {
        $run = Invoke-Example Start-Onboarding.ps1 ('-Siren 552032534 -Name ''Exemple SA'' -Sandbox -Owner ' +
            "@{ FirstName = 'Camille'; LastName = 'Exemple'; Email = 'no-mail'; PhoneNumber = '+33 123456789'; CapitalAmount = '1000.00' }")
        $run.ExitCode | Should -Not -Be 0
        $run.Text | Should -BeLike '*/stakeholders/0/email*'
        $run.Text | Should -BeLike '*cannot be sent yet*'
        $run.Text | Should -Not -Match 'onboarding/registrations'
    }
}

Describe 'Update-KycReport.ps1' {
    It 'writes a row for each case' {
        $path = Join-Path $TestDrive 'kyc.csv'
        $run = Invoke-Example Update-KycReport.ps1 "-Destination '$path' -Sandbox"
        $run.ExitCode | Should -BeIn 0, 1 -Because $run.Text
        $run.Text | Should -Match '^(?s).*\d+ cases, \d+ dossiers, \d+ of them not complete: '
        $run.Text | Should -Not -Match $unreadable

        $rows = @(Import-Csv $path)
        $rows.Count | Should -Be ([int][regex]::Match($run.Text, '(\d+) cases').Groups[1].Value)
        $rows[0].PSObject.Properties.Name | Should -Be Case, Company, Number, KycStatus, Risk, Dossier, Officers, Owners, Failures, Critical, Findings, ReviewDue
        @($rows | Where-Object { -not $_.Case -or -not $_.Company }) | Should -BeNullOrEmpty
        @($rows | Where-Object Dossier -NE none).Count | Should -Be ([int][regex]::Match($run.Text, '(\d+) dossiers').Groups[1].Value)
        @($rows | Where-Object { $_.Dossier -eq 'Complete' -and $_.Officers }) | Should -Not -BeNullOrEmpty
        @($rows | Where-Object { $_.Dossier -notin 'none', 'Complete' }).Count -gt 0 | Should -Be ($run.ExitCode -eq 1)
        Get-Content $path -Raw | Should -Not -Match $unreadable
    }

    It 'takes only the cases of -Status' {
        $path = Join-Path $TestDrive 'some.csv'
        $run = Invoke-Example Update-KycReport.ps1 "-Destination '$path' -Status 'APP*' -Sandbox"
        $run.ExitCode | Should -BeIn 0, 1 -Because $run.Text
        (Import-Csv $path).KycStatus | Sort-Object -Unique | Should -Be 'APPROVED'
    }

    It 'ends with 2 and a plain sentence where there is no token' {
        $run = Invoke-Example Update-KycReport.ps1 "-Destination '$(Join-Path $TestDrive 'none.csv')'"
        $run.ExitCode | Should -Be 2
        $run.Text | Should -BeLike 'KYC refresh failed: *CREDITRO_API_TOKEN*'
        Test-Path (Join-Path $TestDrive 'none.csv') | Should -BeFalse
    }
}

Describe 'Update-Portfolio.ps1' {
    BeforeAll {
        $companies = Join-Path $TestDrive 'companies.csv'
        function Write-Company { param([string[]] $Siren) $Siren | ForEach-Object { [pscustomobject]@{ siren = $_; name = "Exemple $_" } } | Export-Csv $companies }
        function Invoke-Portfolio([string] $More = '-Sandbox') {
            Invoke-Example Update-Portfolio.ps1 "-Path '$companies' -Destination '$TestDrive/$name.csv' -JournalPath '$TestDrive/$name.jsonl' $More"
        }
    }

    It 'ends with 0 where all is complete, also the second time, and adds nothing then' {
        $name = 'all'
        Write-Company 552032534, 542051180
        $run = Invoke-Portfolio
        $run.ExitCode | Should -Be 0 -Because $run.Text
        $run.Text | Should -BeLike '2 complete, 0 partial, 0 failed, 0 skipped; *'
        (Import-Csv "$TestDrive/all.csv").Siren | Should -Be '552032534', '542051180'
        $run.Text | Should -Not -Match $unreadable
        Get-Content "$TestDrive/all.csv" -Raw | Should -Not -Match $unreadable

        (Invoke-Portfolio).ExitCode | Should -Be 0
        Import-Csv "$TestDrive/all.csv" | Should -HaveCount 2
    }

    It 'ends with 1 where some are not complete, and names them' {
        $name = 'some'
        Write-Company '552032534', '000000001'
        $run = Invoke-Portfolio
        $run.ExitCode | Should -Be 1 -Because $run.Text
        $run.Text | Should -BeLike '*000000001 Partial: COMPANY_OFFICER: FETCH_ERROR*'
    }

    It 'ends with 2 where <Why>' -ForEach @(
        @{ Why = 'no row is a company'; Sirens = 'x'; More = "-Sandbox -SavePath '{0}/none' -ReportPath '{0}/nothing'"; Says = '*1 rows of*' }
        @{ Why = 'there is no key'; Sirens = '552032534'; More = ''; Says = 'The portfolio was not collected: *QARD_API_KEY*' }
        @{ Why = 'the share is none'; Sirens = '552032534'; More = '-Sandbox -Shard 5/4'; Says = 'The portfolio was not collected: *5 of 4*' }
    ) {
        $name = [guid]::NewGuid()
        Write-Company $Sirens
        $run = Invoke-Portfolio ($More -f $TestDrive)
        $run.ExitCode | Should -Be 2 -Because $run.Text
        $run.Text | Should -BeLike $Says
    }

    It 'is the monthly job: with -SavePath and -ReportPath it says what changed, and who must be looked at' {
        $name = 'month'
        Write-Company 552032534, 662042449
        # The first month is another process with a sandbox of its own, in which a company has another seat.
        $job = @"
            . '$PSScriptRoot/../Helpers.ps1'; Connect-CompanyDataSandbox
            Set-CompanyDataSandboxCompany 552032534 SeatMoved
            Import-Csv '$companies' | Invoke-QardCollection -SavePath '$TestDrive/store'
"@
        $null = Invoke-FreshPowerShell $job
        $more = "-Sandbox -SavePath '$TestDrive/store' -ReportPath '$TestDrive/report'"
        $run = Invoke-Portfolio $more
        $run.ExitCode | Should -Be 3 -Because $run.Text
        $run.Text | Should -Match '(?m)^1 changes; .* 1 companies require a review: '
        (Import-Csv "$TestDrive/report/changes.csv").Code | Should -Be SeatMoved
        Import-Csv "$TestDrive/report/findings.csv" | Should -Not -BeNullOrEmpty
        Test-Path "$TestDrive/report/552032534.html" | Should -BeTrue
        (Import-Csv "$TestDrive/month.csv").Siren | Should -Be '552032534', '662042449'

        $again = Invoke-Portfolio $more
        $again.ExitCode | Should -Be 3 -Because 'a second run of the job compares with the same date'
        (Import-Csv "$TestDrive/month.csv").Siren | Should -Be '552032534', '662042449'
    }

    It 'ends with 75 where another run has the journal' {
        $name = 'used'
        Write-Company 552032534
        $lock = [IO.File]::Open("$TestDrive/used.jsonl", 'OpenOrCreate', 'ReadWrite', 'None')
        try { $run = Invoke-Portfolio } finally { $lock.Dispose() }
        $run.ExitCode | Should -Be 75 -Because $run.Text
    }
}
