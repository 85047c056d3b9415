export const id = 232;
export const ids = [232];
export const modules = {

/***/ 6232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openArchive: () => (/* reexport safe */ _chunk_PO7PMYFZ_js__WEBPACK_IMPORTED_MODULE_0__.p_)
/* harmony export */ });
/* harmony import */ var _chunk_PO7PMYFZ_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2698);
/* harmony import */ var _chunk_2AMT63UG_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6509);
/* harmony import */ var _chunk_SHEZL74J_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8629);
/* harmony import */ var _chunk_IF36IDB4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2551);
/* harmony import */ var _chunk_U6Y4H64S_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(491);
/* harmony import */ var _chunk_4QGNOU2J_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2708);
/* harmony import */ var _chunk_SM2RTURA_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8088);
/* harmony import */ var _chunk_4SUYAJNO_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2921);
/* harmony import */ var _chunk_VY7GW57L_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6794);
/* harmony import */ var _chunk_BWEDM4BU_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5592);
/* harmony import */ var _chunk_KASAIAVU_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(365);
/* harmony import */ var _chunk_72EB4EJK_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2340);
/* harmony import */ var _chunk_RAPRRMAO_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5060);
/* harmony import */ var _chunk_NQNT2RXN_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2587);

















/***/ })

};
