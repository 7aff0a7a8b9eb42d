"""From a refusal to an HTTP problem (RFC 9457): one table, one shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from flask import Response

from server.domain import (
    corner,
    devices,
    errors,
    pairing,
    paper_errors,
    phones,
    seats,
    setup,
    sign_in,
    staffing,
    strangers,
    visits,
)

CONTENT_TYPE: Final = "application/problem+json"
RETRY_AFTER_S: Final = 2

STATUSES: Final[Mapping[type[errors.RefusalError], HTTPStatus]] = {
    errors.UnauthenticatedError: HTTPStatus.UNAUTHORIZED,
    errors.WrongRoleError: HTTPStatus.FORBIDDEN,
    errors.ForeignSiteError: HTTPStatus.FORBIDDEN,
    corner.WrongPinError: HTTPStatus.FORBIDDEN,
    corner.CornerShutError: HTTPStatus.FORBIDDEN,
    sign_in.PasswordDueError: HTTPStatus.FORBIDDEN,
    errors.UnknownSiteError: HTTPStatus.NOT_FOUND,
    staffing.UnknownPersonError: HTTPStatus.NOT_FOUND,
    errors.UnknownTicketError: HTTPStatus.NOT_FOUND,
    errors.UnknownCounterError: HTTPStatus.NOT_FOUND,
    paper_errors.UnknownJobError: HTTPStatus.NOT_FOUND,
    paper_errors.UnknownPrinterError: HTTPStatus.NOT_FOUND,
    errors.UnknownFollowLinkError: HTTPStatus.NOT_FOUND,
    errors.NoVoiceError: HTTPStatus.NOT_FOUND,
    devices.UnknownDeviceError: HTTPStatus.NOT_FOUND,
    pairing.PairingOverError: HTTPStatus.NOT_FOUND,
    pairing.UnknownCodeError: HTTPStatus.NOT_FOUND,
    pairing.SlowDownError: HTTPStatus.TOO_MANY_REQUESTS,
    pairing.TooManyPairingsError: HTTPStatus.TOO_MANY_REQUESTS,
    phones.NoPushError: HTTPStatus.NOT_FOUND,
    errors.TooOftenError: HTTPStatus.TOO_MANY_REQUESTS,
    sign_in.SignInLockedError: HTTPStatus.TOO_MANY_REQUESTS,
    sign_in.WeakPasswordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    sign_in.ShortPasswordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    sign_in.CommonPasswordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    sign_in.NamedPasswordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    sign_in.SamePasswordError: HTTPStatus.UNPROCESSABLE_ENTITY,
    staffing.NameUnusableError: HTTPStatus.UNPROCESSABLE_ENTITY,
    staffing.NoSiteChosenError: HTTPStatus.UNPROCESSABLE_ENTITY,
    staffing.NameTakenError: HTTPStatus.CONFLICT,
    strangers.UnknownStrangerError: HTTPStatus.UNPROCESSABLE_ENTITY,
    strangers.SubjectUnusableError: HTTPStatus.UNPROCESSABLE_ENTITY,
    strangers.SubjectTakenError: HTTPStatus.CONFLICT,
    staffing.OwnAccountError: HTTPStatus.CONFLICT,
    staffing.LastAdminError: HTTPStatus.CONFLICT,
    errors.UnknownNeedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownLanguageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownVerbError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownPriorityError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownNoticeError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownMediatorError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.MessageIncompleteError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.MisplacedFieldError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.TransferNowhereError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnsayableError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.TooMuchToSayError: HTTPStatus.UNPROCESSABLE_ENTITY,
    phones.UnusableSubscriptionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    phones.TooManyPhonesError: HTTPStatus.CONFLICT,
    errors.PriorityNotOfferedError: HTTPStatus.CONFLICT,
    errors.NeedUnservedError: HTTPStatus.CONFLICT,
    errors.NeedFullError: HTTPStatus.CONFLICT,
    errors.CounterClosedError: HTTPStatus.CONFLICT,
    errors.CounterBusyError: HTTPStatus.CONFLICT,
    seats.CounterTakenError: HTTPStatus.CONFLICT,
    seats.TooLateError: HTTPStatus.CONFLICT,
    errors.TransferToSelfError: HTTPStatus.CONFLICT,
    corner.NoPinError: HTTPStatus.CONFLICT,
    corner.PinLockedError: HTTPStatus.TOO_MANY_REQUESTS,
    errors.NobodyBehindError: HTTPStatus.CONFLICT,
    errors.DayOverError: HTTPStatus.CONFLICT,
    errors.SiteClosedError: HTTPStatus.CONFLICT,
    errors.QueueEmptyError: HTTPStatus.CONFLICT,
    errors.IllegalMoveError: HTTPStatus.CONFLICT,
    errors.AtAnotherCounterError: HTTPStatus.CONFLICT,
    errors.RequestIdReusedError: HTTPStatus.CONFLICT,
    paper_errors.JobClosedError: HTTPStatus.CONFLICT,
    paper_errors.PrinterUnknownError: HTTPStatus.CONFLICT,
    paper_errors.PrinterOwnedError: HTTPStatus.CONFLICT,
    paper_errors.PrintPendingError: HTTPStatus.CONFLICT,
    paper_errors.TicketOverError: HTTPStatus.CONFLICT,
    visits.UnknownChoiceError: HTTPStatus.UNPROCESSABLE_ENTITY,
    visits.TooMuchGivenError: HTTPStatus.UNPROCESSABLE_ENTITY,
    visits.VisitIncompleteError: HTTPStatus.UNPROCESSABLE_ENTITY,
    setup.InvalidSettingError: HTTPStatus.UNPROCESSABLE_ENTITY,
    setup.UnreadableFileError: HTTPStatus.UNPROCESSABLE_ENTITY,
    setup.StaleSettingsError: HTTPStatus.CONFLICT,
    setup.SiteTakenError: HTTPStatus.CONFLICT,
    visits.NoPassesError: HTTPStatus.CONFLICT,
    visits.VisitOverError: HTTPStatus.CONFLICT,
    visits.VisitNotKeptError: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.RecordsUnreachableError: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.QueueUnreachableError: HTTPStatus.SERVICE_UNAVAILABLE,
}


def problem(status: int, code: str, detail: str, **extra: Any) -> Response:
    """A problem+json answer. `code` is stable, `detail` is a sentence a person can act on."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, "code": code}
    response = Response(json.dumps(body | extra, ensure_ascii=False), status, content_type=CONTENT_TYPE)
    if status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
        response.headers["Retry-After"] = str(extra.get("wait_s", RETRY_AFTER_S))
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def refusal_problem(refusal: errors.RefusalError) -> Response:
    """The problem of a refusal."""
    return problem(STATUSES[type(refusal)], refusal.code, refusal.detail, **refusal.extra)
