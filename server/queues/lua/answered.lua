-- answered: the first answer to a request, when it was given before.
-- KEYS[1] anchor. ARGV: 1 time or "", 2 request_id, 3 what was asked, as the script that answers it writes it.
-- Answer: the first answer, or {} for a new request. Refusals: request_id_reused.

return first_answer(ARGV[2], ARGV[3]) or '{"answer":{}}'
