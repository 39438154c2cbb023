// Checked by the compiler alone: what each page reads is there in the description of the API. A field that the API drops or renames is named in the error.
import type { Held, Missing, Shapes } from './lib/answers';
import type { AlignAnswer, BalanceAnswer, CampsAnswer, DriftAnswer, LandscapeAnswer, RollCallAnswer, TriangleAnswer } from './pages/camps/shapes';
import type { Check, ClaimsDraft, FigureAnswer } from './pages/claims/shapes';
import type { DataStatus, Holdings, QueryAnswer, Verification } from './pages/data/shapes';
import type { Alignment, Dependence, Distances, Risk, Ties } from './pages/dyad/shapes';
import type { Form } from './pages/strategy/form';
import type { Assessment, Comparison } from './pages/strategy/shapes';
import type { ConduitsAnswer, GasAnswer, IndirectAnswer, WhatIfAnswer } from './pages/trade/shapes';
import type { MapAnswer } from './pages/world/shapes';

export type Checks = [
  Held<Missing<MapAnswer, Shapes['Map']>>,
  Held<Missing<Alignment, Shapes['Alignment']>>,
  Held<Missing<Distances, Shapes['Points'] | Shapes['Alignment'] | Shapes['AllianceAlignment']>>,
  Held<Missing<Dependence, Shapes['DependenceSeries']>>,
  Held<Missing<Ties, Shapes['Ties']>>,
  Held<Missing<Risk, Shapes['Risk']>>,
  Held<Missing<TriangleAnswer, Shapes['Triangle']>>,
  Held<Missing<AlignAnswer, Shapes['Alignment']>>,
  Held<Missing<CampsAnswer, Shapes['Camps']>>,
  Held<Missing<BalanceAnswer, Shapes['Balance']>>,
  Held<Missing<DriftAnswer, Shapes['Drift']>>,
  Held<Missing<RollCallAnswer, Shapes['Vote']>>,
  Held<Missing<LandscapeAnswer, Shapes['Landscape']>>,
  Held<Missing<Form, Shapes['Strategy']>>,
  Held<Missing<Assessment, Shapes['Assessment']>>,
  Held<Missing<Comparison, Shapes['Compare']>>,
  Held<Missing<WhatIfAnswer, Shapes['TradeWhatIf']>>,
  Held<Missing<ConduitsAnswer, Shapes['Conduits']>>,
  Held<Missing<IndirectAnswer, Shapes['DependenceSeries']>>,
  Held<Missing<GasAnswer, Shapes['GasWhatIf']>>,
  Held<Missing<ClaimsDraft, Shapes['ClaimsDraft']>>,
  Held<Missing<Check, Shapes['Check']>>,
  Held<Missing<FigureAnswer, Shapes['Figure']>>,
  Held<Missing<Holdings, Shapes['Holdings']>>,
  Held<Missing<DataStatus, Shapes['DataStatus']>>,
  Held<Missing<QueryAnswer, Shapes['Query']>>,
  Held<Missing<Verification, Shapes['Verification']>>,
];
