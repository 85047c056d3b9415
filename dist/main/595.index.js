export const id = 595;
export const ids = [595];
export const modules = {

/***/ 9595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBuild: () => (/* reexport safe */ _chunk_CFYDUVCP_js__WEBPACK_IMPORTED_MODULE_0__.a)
/* harmony export */ });
/* harmony import */ var _chunk_CFYDUVCP_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5302);
/* harmony import */ var _chunk_4TSUWTEG_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8053);
/* harmony import */ var _chunk_HT7SI4FU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3204);
/* harmony import */ var _chunk_QXAVIL6M_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1300);
/* harmony import */ var _chunk_G43BN6HQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9435);
/* harmony import */ var _chunk_7DAV6IQU_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(617);
/* harmony import */ var _chunk_CQMZEF37_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6096);
/* harmony import */ var _chunk_VZ4G36PN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3736);
/* harmony import */ var _chunk_SIXMUVB5_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4339);
/* harmony import */ var _chunk_2C25EDUM_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(163);
/* harmony import */ var _chunk_UOOMGRKE_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9827);
/* harmony import */ var _chunk_BS5NKO3B_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6057);
/* harmony import */ var _chunk_2JQFL2HQ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7884);



/***/ })

};
