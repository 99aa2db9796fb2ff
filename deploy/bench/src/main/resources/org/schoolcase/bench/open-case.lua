-- POST of a case, each for another student and with a key of its own.
-- Arguments: file with the token, file with the students, name of the run, today.
local students = {}
local headers = {}
local run, today
local sent = 0

function init(args)
    for line in io.lines(args[1]) do
        headers["Authorization"] = "Bearer " .. line
    end
    headers["Content-Type"] = "application/json"
    for line in io.lines(args[2]) do
        students[#students + 1] = line
    end
    run = args[3]
    today = args[4]
end

function request()
    sent = sent + 1
    headers["Idempotency-Key"] = run .. "-" .. sent
    -- After the last student the service refuses with 409, which is counted as an error.
    local student = students[math.min(sent, #students)]
    return wrk.format("POST", "/v1/cases", headers, '{"studentId":"' .. student
        .. '","source":"STAFF","reason":"Falls behind in reading.","barriers":["ACADEMIC"],"receivedOn":"' .. today .. '"}')
end

function done(summary)
    local e = summary.errors
    io.write(string.format("COUNTS requests=%d micros=%d errors=%d\n", summary.requests, summary.duration,
        e.connect + e.read + e.write + e.status + e.timeout))
end
