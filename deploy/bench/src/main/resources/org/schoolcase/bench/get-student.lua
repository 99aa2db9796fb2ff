-- GET of students drawn at random from a file. Arguments: file with the token, file with the ids.
local ids = {}
local headers = {}

function init(args)
    for line in io.lines(args[1]) do
        headers["Authorization"] = "Bearer " .. line
    end
    for line in io.lines(args[2]) do
        ids[#ids + 1] = line
    end
    math.randomseed(42)
end

function request()
    return wrk.format("GET", "/v1/students/" .. ids[math.random(#ids)], headers)
end

function done(summary)
    local e = summary.errors
    io.write(string.format("COUNTS requests=%d micros=%d errors=%d\n", summary.requests, summary.duration,
        e.connect + e.read + e.write + e.status + e.timeout))
end
