# Starts another process of the PowerShell that runs this script. Dot-source it.

# The program and the arguments that start this PowerShell again. As a dotnet tool it has no program of its own: the process is dotnet.
function Get-EngineCommand {
    $program = (Get-Process -Id $PID).Path
    $program
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

# Runs PowerShell with these arguments; gives what it writes.
function Invoke-Engine([string[]] $Argument) {
    $program, [string[]] $all = @(Get-EngineCommand) + '-NoProfile' + $Argument
    & $program @all
}

# Starts PowerShell with these arguments and does not wait; gives the process. Start holds further parameters of Start-Process.
function Start-Engine([string[]] $Argument, [hashtable] $Start = @{}) {
    $program, [string[]] $all = @(Get-EngineCommand) + '-NoProfile' + $Argument
    # Start-Process joins its arguments with spaces and leaves the quotes to its caller.
    $quoted = $all | ForEach-Object { '"{0}"' -f ($_ -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') }
    Start-Process -FilePath $program -ArgumentList $quoted -PassThru @Start
}
