using Alys.DevNode;

return await CommandLine.RunAsync(args);
